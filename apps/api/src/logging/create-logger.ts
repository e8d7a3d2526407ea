import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import { logFields } from './log-fields.js';

/** What goes wrong or is odd. */
const TROUBLE = ['fatal', 'error', 'warn'] as const;

/**
 * `text`: what a person at a terminal has to know. `json`: that, and what becomes of each run; one object a line, with
 * the ids of the work that it is about.
 */
export function createLogger(format: 'text' | 'json'): LoggerService {
  if (format === 'json') return new JsonLogger({ logLevels: [...TROUBLE, 'log'], json: true, colors: false });
  return new ConsoleLogger({ logLevels: [...TROUBLE] });
}

class JsonLogger extends ConsoleLogger {
  /** The framework tells of each of its parts at the start; only what is about work, by its ids, is of use. */
  override log(message: unknown, ...more: unknown[]): void {
    if (logFields().lane !== undefined) super.log(message, ...more);
  }

  protected override getJsonLogObject(...args: Parameters<ConsoleLogger['getJsonLogObject']>) {
    return { ...super.getJsonLogObject(...args), ...logFields() };
  }
}
