import type { Failure } from './failure.js';

/** Whether Tandem's server answers. One for the page: every query tells it, the banner shows it. */
export class Reachability {
  private away = false;
  private readonly listeners = new Set<() => void>();

  readonly isAway = (): boolean => this.away;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A request failed; only one that nobody answered says something about the server. */
  readonly failed = (error: Failure | Error): void => {
    if ('kind' in error && error.kind === 'unreachable') this.set(true);
  };

  readonly answered = (): void => {
    this.set(false);
  };

  /** Fulfils as soon as the server answers again. */
  readonly back = (): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (this.away) return;
        this.listeners.delete(look);
        resolve();
      };
      this.listeners.add(look);
      look();
    });

  private set(away: boolean): void {
    if (this.away === away) return;
    this.away = away;
    for (const listener of this.listeners) listener();
  }
}
