import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Poller } from '../ingest/poller.js';
import { LaneWaker } from '../queue/lane-waker.js';
import { AdvanceLane } from './advance-lane.js';

/** Has the woken lanes worked in this process. */
@Injectable()
export class ServeLanes implements OnApplicationBootstrap {
  constructor(
    private readonly waker: LaneWaker,
    private readonly advanceLane: AdvanceLane,
    private readonly poller: Poller,
  ) {}

  onApplicationBootstrap(): void {
    this.waker.serve((lane) => this.work(lane));
  }

  private async work(lane: string): Promise<void> {
    if (!(await this.poller.serves(lane))) await this.advanceLane.work(lane);
  }
}
