import type { Json } from '@tandem/recipes';

export type Comparison =
  | 'equals'
  | 'differs'
  | 'above'
  | 'at_least'
  | 'below'
  | 'at_most'
  | 'contains'
  | 'lacks'
  | 'starts_with'
  | 'ends_with'
  | 'one_of'
  | 'none_of'
  | 'filled'
  | 'empty'
  | 'true'
  | 'false';

/** One line of the builder: a pill, how it is compared, and with what (a literal, or any expression). */
export interface Rule {
  kind: 'rule';
  path: string;
  comparison: Comparison;
  value: Json;
  /** The pill is text that holds a number: "4800.00". */
  asNumber?: true;
}

export interface Group {
  kind: 'group';
  join: 'all' | 'any';
  items: Condition[];
}

/** JsonLogic that the builder has no line for. It is kept as it is. */
export interface Other {
  kind: 'other';
  logic: Json;
}

export type Condition = Rule | Group | Other;

const NUMERIC: ReadonlySet<Comparison> = new Set(['above', 'at_least', 'below', 'at_most']);
const UNARY: ReadonlySet<Comparison> = new Set(['filled', 'empty', 'true', 'false']);

export const isUnary = (comparison: Comparison): boolean => UNARY.has(comparison);
export const isNumeric = (comparison: Comparison): boolean => NUMERIC.has(comparison);

type Write = (pill: Json, value: Json) => Json;

const WRITE: Readonly<Record<Comparison, Write>> = {
  equals: (pill, value) => ({ '==': [pill, value] }),
  differs: (pill, value) => ({ '!=': [pill, value] }),
  above: (pill, value) => ({ '>': [pill, value] }),
  at_least: (pill, value) => ({ '>=': [pill, value] }),
  below: (pill, value) => ({ '<': [pill, value] }),
  at_most: (pill, value) => ({ '<=': [pill, value] }),
  contains: (pill, value) => ({ contains: [pill, value] }),
  lacks: (pill, value) => ({ '!': { contains: [pill, value] } }),
  starts_with: (pill, value) => ({ starts_with: [pill, value] }),
  ends_with: (pill, value) => ({ ends_with: [pill, value] }),
  one_of: (pill, value) => ({ in: [pill, value] }),
  none_of: (pill, value) => ({ '!': { in: [pill, value] } }),
  filled: (pill) => ({ '!': { empty: pill } }),
  empty: (pill) => ({ empty: pill }),
  true: (pill) => ({ '!!': pill }),
  false: (pill) => ({ '!': pill }),
};

/** The JsonLogic of a condition. A group without lines holds always. */
export function writeCondition(condition: Condition): Json {
  switch (condition.kind) {
    case 'other':
      return condition.logic;
    case 'rule': {
      const { path, comparison, value, asNumber } = condition;
      const pill: Json = { var: path };
      return WRITE[comparison](asNumber ? { number: pill } : pill, value);
    }
    case 'group':
      if (condition.items.length === 0) return true;
      return { [condition.join === 'all' ? 'and' : 'or']: condition.items.map(writeCondition) };
  }
}

/**
 * Reads JsonLogic into lines. Whatever would not be written again exactly as it stands stays as it is, in an `other`:
 * showing a condition never changes it.
 */
export function readCondition(logic: Json): Condition {
  const read = readGroup(logic) ?? readRule(logic);
  const isSame = read && JSON.stringify(writeCondition(read)) === JSON.stringify(logic);
  return isSame ? read : { kind: 'other', logic };
}

/** As a group, which the builder always shows at the top; a single line stands in a group of its own. */
export function readAsGroup(logic: Json): Group {
  const condition = readCondition(logic);
  return condition.kind === 'group' ? condition : { kind: 'group', join: 'all', items: [condition] };
}

/** The way back: a group of one line is that line. */
export function writeGroup(group: Group): Json {
  const [only] = group.items;
  return only && group.items.length === 1 ? writeCondition(only) : writeCondition(group);
}

function readGroup(logic: Json): Group | undefined {
  if (logic === true) return { kind: 'group', join: 'all', items: [] };
  const [operator, args] = single(logic) ?? [];
  if ((operator !== 'and' && operator !== 'or') || !Array.isArray(args)) return undefined;
  return { kind: 'group', join: operator === 'and' ? 'all' : 'any', items: args.map(readCondition) };
}

const BINARY: Readonly<Record<string, Comparison>> = {
  '==': 'equals',
  '!=': 'differs',
  '>': 'above',
  '>=': 'at_least',
  '<': 'below',
  '<=': 'at_most',
  contains: 'contains',
  starts_with: 'starts_with',
  ends_with: 'ends_with',
  in: 'one_of',
};

function readRule(logic: Json): Rule | undefined {
  const [operator = '', args = null] = single(logic) ?? [];
  if (operator === '!') return readNegated(args);
  if (operator === 'empty') return ruleOf(args, 'empty', null);
  if (operator === '!!') return ruleOf(args, 'true', null);
  const comparison = Object.hasOwn(BINARY, operator) ? BINARY[operator] : undefined;
  if (!comparison || !Array.isArray(args) || args.length !== 2) return undefined;
  return ruleOf(args[0] ?? null, comparison, args[1] ?? null);
}

function readNegated(inner: Json): Rule | undefined {
  const [operator, args = null] = single(inner) ?? [];
  if (operator === 'empty') return ruleOf(args, 'filled', null);
  if (operator === 'in' && Array.isArray(args)) return ruleOf(args[0] ?? null, 'none_of', args[1] ?? null);
  if (operator === 'contains' && Array.isArray(args)) return ruleOf(args[0] ?? null, 'lacks', args[1] ?? null);
  return ruleOf(inner, 'false', null);
}

function ruleOf(holder: Json, comparison: Comparison, value: Json): Rule | undefined {
  const [operator, inner = null] = single(holder) ?? [];
  const path = operator === 'number' ? pillIn(inner) : pillIn(holder);
  if (path === undefined) return undefined;
  return { kind: 'rule', path, comparison, value, ...(operator === 'number' && { asNumber: true as const }) };
}

function pillIn(value: Json): string | undefined {
  const [operator, path] = single(value) ?? [];
  return operator === 'var' && typeof path === 'string' ? path : undefined;
}

/** The one key and value of an object that has no more. */
function single(value: Json): [string, Json] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.length === 1 ? entries[0] : undefined;
}
