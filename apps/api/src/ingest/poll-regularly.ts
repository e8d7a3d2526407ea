import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Poller } from './poller.js';

const POLL_EVERY_MS = 10_000;
/** Several workers each look this often; together they read a trigger no more often than one would. */
const REST_MS = 0.9 * POLL_EVERY_MS;

@Injectable()
export class PollRegularly implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private polling = Promise.resolve();

  constructor(private readonly poller: Poller) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.polling = this.polling.then(() => this.poller.pollAll(REST_MS));
    }, POLL_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.polling;
  }
}
