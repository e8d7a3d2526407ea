import { evaluateCondition } from '../expressions/evaluate.js';
import type { JsonObject } from '../json.js';
import type { EventAwaited } from './command.js';

/**
 * Whether an event of the awaited trigger is the one that a run waits for.
 * Throws ExpressionError where the condition cannot be evaluated with this event.
 */
export function eventMatches(awaited: EventAwaited, event: JsonObject): boolean {
  return evaluateCondition(awaited.when, { ...awaited.scope, event });
}
