/**
 * The port through which every remote call goes. One budget per connection, shared by all that use the account.
 */
export interface RateBudget {
  /**
   * Resolves when one call of this operation may go out.
   * Throws BudgetSpent (`rate_limited`, with retryAfterMs) where that would take longer than a moment.
   */
  acquire(operation: string): Promise<void>;
  /** What the remote said about its limits; milliseconds and calls. */
  report(operation: string, seen: RateLimitSeen): void;
}

export interface RateLimitSeen {
  limit?: number;
  remaining?: number;
  intervalMs?: number;
  /** Set on a refusal: nothing of this operation goes out before that. */
  retryAfterMs?: number;
  /** The remote named no time on its refusal; where refusals go on, the guess is doubled up to the interval. */
  isGuess?: boolean;
  /** Calls that the account may make in a day, and those of them that are left, where the remote has such a limit. */
  dayLimit?: number;
  dayRemaining?: number;
  /** How long that day lasts still; left out where nobody knows. */
  dayLeftMs?: number;
}
