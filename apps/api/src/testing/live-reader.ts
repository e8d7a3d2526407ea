import { eventually } from './eventually.js';

export interface Heard {
  event: string;
  data: Record<string, unknown>;
}

/** Listens to /api/live as a browser does, and keeps what it hears. */
export class LiveReader {
  readonly heard: Heard[] = [];
  hasEnded = false;
  private readonly aborting = new AbortController();

  private constructor(readonly response: Response) {}

  /** Comes back when the server has greeted it. */
  static async open(url: string): Promise<LiveReader> {
    const aborting = new AbortController();
    const response = await fetch(`${url}/api/live`, { signal: aborting.signal });
    const reader = new LiveReader(response);
    reader.aborting.signal.addEventListener('abort', () => {
      aborting.abort();
    });
    void reader.read();
    await reader.hears(({ event }) => event === 'hello');
    return reader;
  }

  /** Comes back with the first message that fits, also one that came before. */
  hears(fits: (heard: Heard) => boolean): Promise<Heard> {
    return eventually(() => {
      const found = this.heard.find(fits);
      if (!found) throw new Error(`Heard only ${JSON.stringify(this.heard).slice(0, 2_000)}`);
      return found;
    }, 30_000);
  }

  /** Goes away, as when a page is closed. */
  close(): void {
    this.aborting.abort();
  }

  private async read(): Promise<void> {
    let rest = '';
    try {
      if (!this.response.body) throw new TypeError('The stream has no body');
      for await (const chunk of this.response.body.pipeThrough(new TextDecoderStream())) {
        const blocks = `${rest}${chunk}`.split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) this.keep(block);
      }
    } catch (error) {
      if (!this.aborting.signal.aborted) throw error;
    } finally {
      this.hasEnded = true;
    }
  }

  private keep(block: string): void {
    const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]));
    const event = fields.get('event');
    if (event !== undefined) this.heard.push({ event, data: JSON.parse(fields.get('data') ?? '{}') });
  }
}
