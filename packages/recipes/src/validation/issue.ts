import type { Said } from '../said.js';

/** Something about a recipe that a person should know. Errors keep it from being published, warnings do not. */
export interface Issue {
  /** RFC 6901, from the root of what was validated. */
  pointer: string;
  /** A plain sentence. */
  message: string;
  /** What was probably meant: a name to put in its place. */
  suggestion?: string;
  severity: 'error' | 'warning';
}

/** Takes the issues of one validation, in the order in which they are found. */
export class Issues {
  readonly found: Issue[] = [];

  error(pointer: string, message: Said, suggestion?: string): void {
    this.found.push({ pointer, message, ...(suggestion !== undefined && { suggestion }), severity: 'error' });
  }

  warning(pointer: string, message: Said, suggestion?: string): void {
    this.found.push({ pointer, message, ...(suggestion !== undefined && { suggestion }), severity: 'warning' });
  }
}
