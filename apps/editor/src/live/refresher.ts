import type { QueryClient } from '@tanstack/react-query';
import { isTouched } from './is-touched.js';
import type { News } from './live-stream.js';

/** Between two rounds of reading again, however much happens. */
const ROUND_MS = 800;

/** Reads again what news has touched: at once, then in rounds, each of which waits for the one before. */
export class Refresher {
  private readonly waiting: News[] = [];
  private isBusy = false;
  private isOver = false;

  constructor(
    private readonly queryClient: QueryClient,
    private readonly roundMs = ROUND_MS,
  ) {}

  readonly take = (news: News): void => {
    this.waiting.push(news);
    void this.work();
  };

  stop(): void {
    this.isOver = true;
    this.waiting.length = 0;
  }

  private async work(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    while (this.waiting.length > 0 && !this.isOver) {
      const round = this.waiting.splice(0);
      await this.queryClient.invalidateQueries({
        predicate: ({ queryKey }) => round.some((news) => isTouched(queryKey, news)),
      });
      await new Promise((resolve) => setTimeout(resolve, this.roundMs));
    }
    this.isBusy = false;
  }
}
