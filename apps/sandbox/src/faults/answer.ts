export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Text is sent as it is, anything else as JSON; without it the answer has no body. */
  body?: unknown;
}

/** What a preset may look at: the path after the API's prefix, and the time. */
export interface PresetCall {
  path: string;
  now: Date;
}

export type Presets = Record<string, (call: PresetCall) => Answer>;
