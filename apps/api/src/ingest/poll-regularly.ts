import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { POLL_EVERY_MS } from './poll-sources.js';
import { withCallClass } from '../budget/call-class.js';
import { Poller } from './poller.js';

/** At once, since much may have happened while no process was up, and then again and again. */
@Injectable()
export class PollRegularly implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private polling = Promise.resolve();

  constructor(private readonly poller: Poller) {}

  onApplicationBootstrap(): void {
    this.poll();
    this.timer = setInterval(() => {
      this.poll();
    }, POLL_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.polling;
  }

  private poll(): void {
    this.polling = this.polling.then(() => withCallClass('live', () => this.poller.pollAll(true)));
  }
}
