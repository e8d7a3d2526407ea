import type { LiveChanges } from '../api/generated/types.gen.js';

/** What the stream tells: what changed, or that anything may have changed. */
export type News = LiveChanges | 'anything';

/** As much of the browser's EventSource as is used. */
export interface Source {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

/** Opens the stream; undefined where the browser has none. */
export type OpenSource = () => Source | undefined;

/** The server says something at least every 15 seconds. */
const SILENT_MS = 40_000;
/** After a refusal; what merely breaks is opened again by the browser itself. */
const AGAIN_MS = 15_000;
const CLOSED = 2;

/**
 * Tells what changes on the server as long as its stream is there. When it comes or goes, anything may have changed in
 * the meantime: whoever listens reads again, and asks regularly while it is away.
 */
export class LiveStream {
  private source: Source | undefined;
  private isThere = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<(news: News) => void>();

  constructor(private readonly openSource: OpenSource) {}

  readonly isOn = (): boolean => this.isThere;

  readonly listen = (listener: (news: News) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  open(): void {
    if (this.source) return;
    const source = this.openSource();
    if (!source) return;
    this.source = source;
    this.waitFor(SILENT_MS);
    source.addEventListener('hello', () => {
      this.isThere = true;
      this.heard('anything');
    });
    source.addEventListener('changed', ({ data }) => {
      this.heard(JSON.parse(String(data)) as LiveChanges); // from our own server
    });
    source.addEventListener('beat', () => {
      this.waitFor(SILENT_MS);
    });
    source.addEventListener('error', () => {
      this.lost();
      if (source.readyState === CLOSED) this.waitFor(AGAIN_MS);
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
    this.isThere = false;
  }

  private heard(news: News): void {
    this.waitFor(SILENT_MS);
    this.tell(news);
  }

  private lost(): void {
    if (!this.isThere) return;
    this.isThere = false;
    this.tell('anything');
  }

  /** A stream that says nothing any more is opened anew. */
  private waitFor(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const wasThere = this.isThere;
      this.close();
      if (wasThere) this.tell('anything');
      this.open();
    }, ms);
  }

  private tell(news: News): void {
    for (const listener of this.listeners) listener(news);
  }
}
