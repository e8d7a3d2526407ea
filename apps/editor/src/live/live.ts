import { LiveStream } from './live-stream.js';

/** The page's one stream. */
export const live = new LiveStream(() =>
  typeof EventSource === 'undefined' ? undefined : new EventSource('/api/live'),
);

/** Should the stream have missed something, it is found within this. */
const UNTOLD_MS = 60_000;

/** How often a query asks by itself: every `ms` while there is no stream, and hardly ever while there is one. */
export const unlessTold =
  (ms: number, toldMs = UNTOLD_MS): (() => number) =>
  () =>
    live.isOn() ? toldMs : ms;
