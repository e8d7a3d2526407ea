import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import { logFields } from './log-fields.js';

/** `json`: one object a line, with the ids of the work that it is about. */
export function createLogger(format: 'text' | 'json'): LoggerService {
  const options = { logLevels: ['fatal', 'error', 'warn'] } as const;
  if (format === 'json') return new JsonLogger({ logLevels: [...options.logLevels], json: true, colors: false });
  return new ConsoleLogger({ logLevels: [...options.logLevels] });
}

class JsonLogger extends ConsoleLogger {
  protected override getJsonLogObject(...args: Parameters<ConsoleLogger['getJsonLogObject']>) {
    return { ...super.getJsonLogObject(...args), ...logFields() };
  }
}
