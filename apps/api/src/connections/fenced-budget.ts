import type { RateBudget, RateLimitSeen } from '@tandem/connectors';
import { leaseStillHeld } from '../queue/lease-in-hand.js';

/** Every call to a remote passes here last, so this is where a worker that lost its lane is stopped. */
export class FencedBudget implements RateBudget {
  constructor(private readonly budget: RateBudget) {}

  /** Throws what the budget throws, and LeaseLost. */
  async acquire(operation: string): Promise<void> {
    await this.budget.acquire(operation);
    await leaseStillHeld();
  }

  report(operation: string, seen: RateLimitSeen): void {
    this.budget.report(operation, seen);
  }
}
