import { LiveStream } from './live-stream.js';
import { SharedSource } from './shared-source.js';

const openOwn = (): EventSource => new EventSource('/api/live');

/** The page's one stream; where the browser lets tabs agree on it, one for all of them. */
export const live = new LiveStream(() => {
  if (typeof EventSource === 'undefined') return undefined;
  // Browsers have locks only for pages from this machine or over TLS.
  return 'locks' in navigator ? new SharedSource(openOwn) : openOwn();
});

/** Should the stream have missed something, it is found within this. */
const UNTOLD_MS = 60_000;

/** How often a query asks by itself: every `ms` while there is no stream, and hardly ever while there is one. */
export const unlessTold =
  (ms: number, toldMs = UNTOLD_MS): (() => number) =>
  () =>
    live.isOn() ? toldMs : ms;
