import { SEARCH_LIMIT, USUAL_LIMIT, type CallLimit } from './local-rate-budget.js';

/** Operations that a remote counts together, and how many of them it lets through. */
export interface LimitGroup {
  /** The operation itself where it is counted on its own; empty for all the others. */
  group: string;
  limit: CallLimit;
}

/** Under which limit of its connector an operation falls until the remote says otherwise. */
export function limitGroupOf(limits: Readonly<Record<string, CallLimit>> | undefined, operation: string): LimitGroup {
  const named = (limits ?? { search: SEARCH_LIMIT })[operation];
  return named === undefined ? { group: '', limit: USUAL_LIMIT } : { group: operation, limit: named };
}
