import type { Json } from '../json.js';
import type { Budget } from './budget.js';
import type { OperatorsBy } from './operators.js';
import { isTruthy } from './library.js';

export type ListOperator = Extract<OperatorsBy<'walker'>, 'map' | 'filter' | 'reduce' | 'all' | 'some' | 'none'>;

/** Evaluates the argument at a position, with other data than the expression's own where given. */
export type EvaluateArgument = (position: number, data?: Json) => Json;

/**
 * The operators that run their second argument once per element, with the element as the data.
 * As in json-logic-js, what is not a list counts as an empty one.
 */
export function walkList(
  operator: ListOperator,
  argument: EvaluateArgument,
  hasInitial: boolean,
  budget: Budget,
): Json {
  const listed = argument(0);
  const list = Array.isArray(listed) ? listed : [];
  const holds = (element: Json): boolean => isTruthy(argument(1, element));
  switch (operator) {
    case 'map':
      return budget.made(list.map((element) => argument(1, element)));
    case 'filter':
      return budget.made(list.filter(holds));
    case 'all':
      return list.length > 0 && list.every(holds);
    case 'some':
      return list.some(holds);
    case 'none':
      return !list.some(holds);
    case 'reduce':
      return list.reduce<Json>(
        (accumulator, current) => budget.made(argument(1, { current, accumulator })),
        hasInitial ? argument(2) : null,
      );
  }
}
