import type { RateBudget, RateLimitSeen } from '../../sdk/rate-budget.js';

/** Lets every call out at once, and keeps what it was asked and told. */
export class OpenBudget implements RateBudget {
  readonly acquired: string[] = [];
  readonly reported: { operation: string; seen: RateLimitSeen }[] = [];

  acquire(operation: string): Promise<void> {
    this.acquired.push(operation);
    return Promise.resolve();
  }

  report(operation: string, seen: RateLimitSeen): void {
    this.reported.push({ operation, seen });
  }
}
