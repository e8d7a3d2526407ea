import type { CallLimit } from '@tandem/connectors';
import type { VirtualTime } from './virtual-time.js';

/** A remote that admits so many calls in any interval, as both remotes do, and is a while away. */
export class SlidingRemote {
  /** When each call arrived. */
  readonly admitted: number[] = [];
  readonly refused: number[] = [];
  private recent: number[] = [];

  constructor(
    private readonly time: VirtualTime,
    private readonly limit: CallLimit,
    private readonly oneWayMs: () => number,
  ) {}

  async call(): Promise<{ isAdmitted: boolean; remaining: number }> {
    await this.time.sleep(this.oneWayMs());
    const answer = this.judge();
    await this.time.sleep(this.oneWayMs());
    return answer;
  }

  private judge(): { isAdmitted: boolean; remaining: number } {
    const now = this.time.now();
    this.recent = this.recent.filter((at) => at > now - this.limit.intervalMs);
    const isAdmitted = this.recent.length < this.limit.limit;
    (isAdmitted ? this.admitted : this.refused).push(now);
    if (isAdmitted) this.recent.push(now);
    return { isAdmitted, remaining: this.limit.limit - this.recent.length };
  }
}
