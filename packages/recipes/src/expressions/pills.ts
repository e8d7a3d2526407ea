import type { Json } from '../json.js';
import { pointerTo } from '../pointer.js';
import { asLogic, type Logic } from './is-logic.js';
import { operatorOf } from './operators.js';

/** A reference inside a value: where it stands (RFC 6901, within the value) and the dotted path it reads. */
export interface Pill {
  path: string;
  pointer: string;
  /** Set inside `map`, `filter` and their like, where a path begins at the element and not at the scope. */
  local?: true;
}

/** All references of a value whose path is written out; those put together by the expression itself are not known. */
export function pillsOf(value: Json): Pill[] {
  const found: Pill[] = [];
  collect(value, '', false, found);
  return found;
}

function collect(value: Json, pointer: string, local: boolean, found: Pill[]): void {
  if (typeof value !== 'object' || value === null) return;
  const logic = asLogic(value);
  if (!logic) {
    for (const [key, member] of Object.entries(value)) collect(member, pointerTo(pointer, key), local, found);
    return;
  }
  if (logic.operator === 'literal') return;
  const path = logic.args[0];
  if (logic.operator === 'var' && typeof path === 'string') found.push({ path, pointer, ...(local && { local }) });
  const { takes } = operatorOf(logic.operator);
  logic.args.forEach((arg, position) => {
    collect(arg, argumentPointer(pointer, logic, position), local || takes[position] === 'body', found);
  });
}

/** The pointer of an argument, which may be written without a list. */
export function argumentPointer(pointer: string, logic: Logic, position: number): string {
  const base = pointerTo(pointer, logic.operator);
  return Array.isArray(logic.written) ? pointerTo(base, position) : base;
}
