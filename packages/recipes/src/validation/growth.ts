import { asLogic } from '../expressions/is-logic.js';
import type { OperatorKey } from '../expressions/operators.js';
import type { Json } from '../json.js';

/** Operators whose result holds all of their arguments. */
const KEEPS_ALL: ReadonlySet<OperatorKey> = new Set<OperatorKey>([
  'merge',
  'cat',
  'join',
  'object',
  'replace',
  'reduce',
  'map',
  'filter',
]);
/** Operators whose result is one of their arguments. */
const KEEPS_ONE: ReadonlySet<OperatorKey> = new Set<OperatorKey>(['if', '?:', 'and', 'or', 'coalesce', 'get']);

/**
 * Whether the second argument of a `reduce` puts the accumulator into its result twice, so that it doubles with every
 * element. Such an expression is refused when it is saved; what is not seen here meets the limits when it runs.
 */
export function doublesAccumulator(body: Json): boolean {
  return [...usesOfAccumulator(body).values()].some((uses) => uses > 1);
}

/** How often each part of the accumulator ends up in the result, at most. */
function usesOfAccumulator(value: Json): Map<string, number> {
  const uses = new Map<string, number>();
  if (typeof value !== 'object' || value === null) return uses;
  const logic = asLogic(value);
  if (!logic) {
    for (const member of Object.values(value)) merge(uses, usesOfAccumulator(member), (a, b) => a + b);
    return uses;
  }
  const [path] = logic.args;
  if (logic.operator === 'var' && typeof path === 'string' && /^accumulator(\.|$)|^$/.test(path)) {
    return uses.set(path, 1);
  }
  const combine = KEEPS_ALL.has(logic.operator) ? (a: number, b: number) => a + b : Math.max;
  if (!KEEPS_ALL.has(logic.operator) && !KEEPS_ONE.has(logic.operator)) return uses;
  for (const arg of logic.args) merge(uses, usesOfAccumulator(arg), combine);
  return uses;
}

function merge(into: Map<string, number>, from: Map<string, number>, combine: (a: number, b: number) => number): void {
  for (const [path, uses] of from) into.set(path, combine(into.get(path) ?? 0, uses));
}
