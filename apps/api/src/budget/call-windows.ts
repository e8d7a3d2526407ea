import type { CallLimit } from '@tandem/connectors';
import type { Ask, Grant } from './draw-calls.js';
import type { CallWindow } from './call-window.js';

/** Which window is meant, and how wide it is when nobody has used it yet. */
export interface WindowKey {
  connectionId: string;
  /** Operations that the remote counts together; empty for all that are not counted on their own. */
  group: string;
  limit: CallLimit;
}

export interface Drawn extends Grant {
  /** As it is after the drawing, at `now`. */
  window: CallWindow;
  now: number;
}

export interface KnownWindow {
  connectionId: string;
  group: string;
  window: CallWindow;
  now: number;
}

/** Where the windows of all connections are kept: in this process, or in the database for all processes. */
export abstract class CallWindows {
  abstract draw(key: WindowKey, ask: Ask): Promise<Drawn>;
  /** All windows that were used, or those of one connection. */
  abstract known(connectionId?: string): Promise<KnownWindow[]>;
}
