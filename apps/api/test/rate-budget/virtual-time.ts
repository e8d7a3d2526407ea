import type { GateClock } from '../../src/budget/gate-clock.js';

interface Planned {
  at: number;
  run: () => void;
}

/** Time that passes from one planned thing to the next as fast as the machine can, and always in the same way. */
export class VirtualTime {
  private at = 0;
  private planned: Planned[] = [];

  now = (): number => this.at;

  after(ms: number, run: () => void): () => void {
    const mine = { at: this.at + Math.max(0, ms), run };
    const later = this.planned.findIndex(({ at }) => at > mine.at);
    this.planned.splice(later === -1 ? this.planned.length : later, 0, mine);
    return () => {
      this.planned = this.planned.filter((one) => one !== mine);
    };
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** A process that is not always given a processor: what it waits for comes later by `delay()`. */
  delayedBy(delay: () => number): GateClock {
    return { now: this.now, after: (ms, run) => this.after(ms + delay(), run) };
  }

  async passUntil(end: number): Promise<void> {
    for (let next = this.planned.shift(); next !== undefined && next.at <= end; next = this.planned.shift()) {
      this.at = next.at;
      next.run();
      // All that it set off comes first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
