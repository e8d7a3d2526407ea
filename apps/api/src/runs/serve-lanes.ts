import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LaneWaker } from '../queue/lane-waker.js';
import { AdvanceLane } from './advance-lane.js';

/** Has the woken lanes worked in this process. */
@Injectable()
export class ServeLanes implements OnApplicationBootstrap {
  constructor(
    private readonly waker: LaneWaker,
    private readonly advanceLane: AdvanceLane,
  ) {}

  onApplicationBootstrap(): void {
    this.waker.serve((lane) => this.advanceLane.work(lane));
  }
}
