import { TestEnvironment } from 'jest-environment-jsdom';

/** jsdom with what it lacks and every browser has: fetch and its kin, taken from Node. */
export default class BrowserLike extends TestEnvironment {
  constructor(...args) {
    super(...args);
    Object.assign(this.global, { fetch, Request, Response, Headers, structuredClone, TextEncoder, TextDecoder });
    // Node's fetch takes no other signal than its own.
    Object.assign(this.global, { AbortController, AbortSignal });
  }
}
