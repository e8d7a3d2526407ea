import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { LaneWaker } from './lane-waker.js';
import { Lanes } from './lanes.js';

const SWEEP_EVERY_MS = 1_000;
const LANES_PER_SWEEP = 200;

/** Wakes every lane that is due and held by nobody: the reason why losing the whole queue loses no work. */
@Injectable()
export class LaneSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Sweeper');
  private timer: NodeJS.Timeout | undefined;
  private sweeping = Promise.resolve();

  constructor(
    private readonly lanes: Lanes,
    private readonly waker: LaneWaker,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweeping = this.sweeping.then(() => this.sweep());
    }, SWEEP_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  private async sweep(): Promise<void> {
    try {
      for (const lane of await this.lanes.due(LANES_PER_SWEEP)) this.waker.wake(lane);
    } catch (error) {
      this.logger.warn(`Could not look for due lanes: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }
}
