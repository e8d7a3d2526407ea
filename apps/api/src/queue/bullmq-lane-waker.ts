import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import type { JobsOptions } from 'bullmq';
import { setTimeout as wait } from 'node:timers/promises';
import { Clock } from '../clock/clock.js';
import { InMemoryLaneWaker, LANES_AT_A_TIME } from './in-memory-lane-waker.js';
import { LaneWaker } from './lane-waker.js';
import { WakeUpBroker, type TakenWakeUp } from './wake-up-broker.js';

/** Later wake-ups are left to the sweeper, as in memory. */
const LONGEST_DELAY_MS = 60_000;
/** How long a wake-up that waits to be taken stands for others of the same lane. It is only so that the queue stays short. */
const STANDS_FOR_OTHERS_MS = 5_000;
const FAREWELL_MS = 2_000;

const KEEP_NOTHING: JobsOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

/** So many lanes may wait for this process; whatever waits longer than a second is found by the sweepers of others. */
const MOST_WAITING = 1_000;

/**
 * The queue of several processes. A process that works lanes wakes them in itself, for as long as it keeps up; the
 * broker carries the wake-ups of those that work none, and of those that have too much. While it is away, all wake-ups
 * stay inside the process: a worker's sweeper then feeds the lanes to its own process, so that work goes on.
 */
@Injectable()
export class BullmqLaneWaker extends LaneWaker implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private readonly withinProcess: InMemoryLaneWaker;
  private readonly sending = new Set<Promise<void>>();
  private readonly atWork = new Set<Promise<void>>();
  private receiver: { close(): Promise<void> } | undefined;

  constructor(
    private readonly broker: WakeUpBroker,
    private readonly clock: Clock,
  ) {
    super();
    this.withinProcess = new InMemoryLaneWaker(clock);
  }

  wake(lane: string, at?: Date): void {
    const delay = at ? Math.ceil(at.getTime() - this.clock.now().getTime()) : 0;
    if (delay > LONGEST_DELAY_MS) return;
    if (this.receiver && this.withinProcess.waiting < MOST_WAITING) {
      this.withinProcess.wake(lane, at);
      return;
    }
    const sent = this.send(lane, at, delay).catch(() => {
      this.withinProcess.wake(lane, at);
    });
    this.sending.add(sent);
    void sent.finally(() => this.sending.delete(sent));
  }

  serve(work: (lane: string) => Promise<void>): void {
    this.withinProcess.serve(work);
    this.receiver = this.broker.receive((wakeUp) => this.take(wakeUp, work), LANES_AT_A_TIME);
  }

  /** Lets the lanes at work finish their present step, and takes no more. A broker that is away holds nobody up. */
  async beforeApplicationShutdown(): Promise<void> {
    const closed = this.receiver?.close();
    this.receiver = undefined;
    await this.withinProcess.beforeApplicationShutdown();
    await Promise.allSettled(this.atWork);
    await soon(Promise.allSettled([closed, ...this.sending]));
  }

  async onApplicationShutdown(): Promise<void> {
    await soon(this.broker.leave());
  }

  /**
   * A wake-up that still waits makes another of its lane needless. One that is being worked does not, since the lane
   * may have been read already: it steps out of the way when it is taken.
   */
  private async send(lane: string, at: Date | undefined, delay: number): Promise<void> {
    const isNow = at === undefined || delay <= 0;
    await this.broker.send(
      { lane },
      {
        ...KEEP_NOTHING,
        ...(isNow ? {} : { delay }),
        deduplication: isNow
          ? { id: lane, ttl: STANDS_FOR_OTHERS_MS }
          : { id: `${lane}@${at.getTime()}`, ttl: delay + STANDS_FOR_OTHERS_MS },
      },
    );
  }

  private async take(wakeUp: TakenWakeUp, work: (lane: string) => Promise<void>): Promise<void> {
    const { lane } = wakeUp.data;
    const done = stepAside(wakeUp)
      .then(() => work(lane))
      .catch((error: unknown) => {
        this.logger.error(
          `Lane ${lane} stopped; the sweeper takes it up again`,
          error instanceof Error ? error.stack : undefined,
        );
      });
    this.atWork.add(done);
    await done.finally(() => this.atWork.delete(done));
  }
}

async function stepAside(wakeUp: TakenWakeUp): Promise<void> {
  try {
    await wakeUp.removeDeduplicationKey();
  } catch {
    // The broker went away after handing out the wake-up. The lane is worked all the same.
  }
}

/** When it is over, but not much later. */
const soon = (farewell: Promise<unknown>): Promise<unknown> =>
  Promise.race([farewell, wait(FAREWELL_MS, undefined, { ref: false })]);
