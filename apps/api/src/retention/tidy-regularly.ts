import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Retention } from './retention.js';

const TIDY_EVERY_MS = 10 * 60_000;

@Injectable()
export class TidyRegularly implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Retention');
  private timer: NodeJS.Timeout | undefined;
  private tidying: Promise<void> = Promise.resolve();

  constructor(private readonly retention: Retention) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.tidying = this.tidying.then(() => this.tidy());
    }, TIDY_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.tidying;
  }

  private async tidy(): Promise<void> {
    try {
      await this.retention.tidy();
    } catch (error) {
      const why = error instanceof Error ? error.message : 'unknown error';
      this.logger.warn(`Old months are left for the next time: ${why}`);
    }
  }
}
