import { ConnectorError } from './connector-error.js';
import { said } from './said.js';

/**
 * Our own budget has no call left, and would not have one within a moment. The remote was not asked: it is no failed
 * attempt, only a wait of `retryAfterMs`.
 */
export class BudgetSpent extends ConnectorError {
  constructor(override readonly retryAfterMs: number) {
    super('rate_limited', said`The calls that this account may make are used up for the moment.`, { retryAfterMs });
  }
}
