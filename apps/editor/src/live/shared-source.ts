import type { Source } from './live-stream.js';

const NAME = 'tandem.live';
const TYPES = ['hello', 'changed', 'beat', 'error'] as const;

interface Told {
  type: (typeof TYPES)[number] | 'join';
  data?: unknown;
  /** Of the tab that asks, or that is answered. */
  tab?: string;
}

/**
 * One stream for all tabs of a browser, which opens only six connections to a server: the tab that holds the lock reads
 * the stream and tells the others. When it is closed, the next one takes its place, and greets all.
 */
export class SharedSource implements Source {
  private readonly listeners = new Map<string, (event: { data?: unknown }) => void>();
  private readonly channel = new BroadcastChannel(NAME);
  private readonly leaving = new AbortController();
  private readonly tab = String(Math.random());
  private own: EventSource | undefined;
  private isGreeted = false;

  constructor(private readonly openOwn: () => EventSource) {
    this.channel.onmessage = ({ data }: MessageEvent<Told>) => {
      this.heard(data);
    };
    this.say({ type: 'join', tab: this.tab });
    navigator.locks.request(NAME, { signal: this.leaving.signal }, () => this.lead()).catch(() => undefined); // it left
  }

  get readyState(): number {
    return this.own?.readyState ?? EventSource.OPEN;
  }

  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.listeners.set(type, listener);
  }

  close(): void {
    this.leaving.abort();
    this.own?.close();
    this.channel.close();
  }

  private heard({ type, data, tab }: Told): void {
    if (type !== 'join') {
      if (tab === undefined || tab === this.tab) this.listeners.get(type)?.({ data });
    } else if (this.isGreeted && tab !== undefined) this.say({ type: 'hello', tab });
  }

  /** Keeps the lock until this tab leaves. */
  private lead(): Promise<void> {
    const own = this.openOwn();
    this.own = own;
    for (const type of TYPES) {
      own.addEventListener(type, (event) => {
        this.isGreeted = type !== 'error' && (this.isGreeted || type === 'hello');
        const data: unknown = 'data' in event ? event.data : undefined;
        this.say({ type, data });
        this.listeners.get(type)?.({ data });
      });
    }
    return new Promise((resolve) => {
      this.leaving.signal.addEventListener('abort', () => {
        resolve();
      });
    });
  }

  private say(told: Told): void {
    if (!this.leaving.signal.aborted) this.channel.postMessage(told);
  }
}
