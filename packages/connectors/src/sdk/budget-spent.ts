import { ConnectorError } from './connector-error.js';
import { said } from './said.js';

/**
 * Our own budget has no call left, and would not have one within a moment. The remote was not asked: it is no failed
 * attempt, only a wait of `retryAfterMs`.
 */
export class BudgetSpent extends ConnectorError {
  /** @param of `day`: what is left of today's calls is kept for work that goes before this */
  constructor(
    override readonly retryAfterMs: number,
    readonly of: 'moment' | 'day' = 'moment',
  ) {
    super('rate_limited', MESSAGES[of], { retryAfterMs });
  }
}

const MESSAGES = {
  moment: said`The calls that this account may make are used up for the moment.`,
  day: said`What is left of today’s calls of this account is kept for live work; this goes on by itself when its next day begins.`,
};
