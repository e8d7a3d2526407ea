import type { ServerResponse } from 'node:http';

/** A reader that is this far behind is cut off; it comes back and reads everything again. */
const BEHIND_BYTES = 256 * 1024;
const RETRY_AFTER_MS = 2_000;

/** One browser that listens: server-sent events over a response that stays open. */
export class Stream {
  constructor(private readonly response: ServerResponse) {}

  /** @param headers those that every answer has */
  begin(headers: Record<string, number | string | string[] | undefined>): void {
    this.response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies hand on what comes as it comes, and the socket goes with the stream.
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    this.response.write(`retry: ${RETRY_AFTER_MS}\n\n`);
  }

  /** @param data one line */
  send(event: string, data: string): void {
    if (this.response.writableLength > BEHIND_BYTES) {
      this.response.destroy();
      return;
    }
    this.response.write(`event: ${event}\ndata: ${data}\n\n`);
  }

  end(): void {
    this.response.end();
  }

  onClose(listener: () => void): void {
    this.response.once('close', listener);
  }
}
