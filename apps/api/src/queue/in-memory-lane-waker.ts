import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import PQueue from 'p-queue';
import { Clock } from '../clock/clock.js';
import { LaneWaker } from './lane-waker.js';

/** Most of the time that a lane takes is spent waiting for remotes, and those at work write together. */
export const LANES_AT_A_TIME = 32;
/** Later wake-ups are left to the sweeper: a timer per waiting run would be a second truth. */
const LONGEST_TIMER_MS = 60_000;

/** The queue of a single process. */
@Injectable()
export class InMemoryLaneWaker extends LaneWaker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private readonly queue = new PQueue({ concurrency: LANES_AT_A_TIME });
  private readonly queued = new Set<string>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private work: ((lane: string) => Promise<void>) | undefined;

  constructor(private readonly clock: Clock) {
    super();
  }

  /** How many lanes have been woken and are not worked yet. */
  get waiting(): number {
    return this.queued.size;
  }

  serve(work: (lane: string) => Promise<void>): void {
    this.work = work;
  }

  wake(lane: string, at?: Date): void {
    const delay = at ? at.getTime() - this.clock.now().getTime() : 0;
    if (delay <= 0) this.enqueue(lane);
    else if (delay <= LONGEST_TIMER_MS) this.enqueueIn(delay, lane);
  }

  /** Lets the lanes at work finish their present step, and takes no more. */
  async beforeApplicationShutdown(): Promise<void> {
    this.work = undefined;
    for (const timer of this.timers) clearTimeout(timer);
    this.queue.clear();
    await this.queue.onIdle();
  }

  private enqueueIn(delay: number, lane: string): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.enqueue(lane);
    }, delay);
    timer.unref();
    this.timers.add(timer);
  }

  private enqueue(lane: string): void {
    if (this.queued.has(lane)) return;
    this.queued.add(lane);
    void this.queue.add(async () => {
      this.queued.delete(lane);
      try {
        await this.work?.(lane);
      } catch (error) {
        this.logger.error(
          `Lane ${lane} stopped; the sweeper takes it up again`,
          error instanceof Error ? error.stack : undefined,
        );
      }
    });
  }
}
