import { isForbiddenKey } from '../expressions/own-path.js';
import { pointerTo } from '../pointer.js';
import { number, type Said, said } from '../said.js';
import type { Issue } from './issue.js';

/** Bounds of a whole recipe. */
export const RECIPE_LIMITS = { depth: 200, nodes: 200_000, text: 5_000_000, steps: 1000 } as const;

interface Place {
  value: unknown;
  depth: number;
  pointer: () => string;
}

/**
 * Makes sure that an unknown input is JSON of a bearable size, without recursion, so that all later checks may recurse.
 * Gives the first thing that is wrong. Members that are undefined count as absent, as they do when JSON is written.
 */
export function checkSize(input: unknown): Issue | undefined {
  const stack: Place[] = [{ value: input, depth: 0, pointer: () => '' }];
  let [nodes, text] = [0, 0];
  for (let place = stack.pop(); place; place = stack.pop()) {
    const { value, depth, pointer } = place;
    nodes += 1;
    if (typeof value === 'string') text += value.length;
    if (nodes > RECIPE_LIMITS.nodes)
      return refusal('', said`A recipe has at most ${number(RECIPE_LIMITS.nodes)} values`);
    if (text > RECIPE_LIMITS.text)
      return refusal('', said`A recipe has at most ${number(RECIPE_LIMITS.text)} characters of text`);
    if (isScalar(value)) continue;
    if (depth >= RECIPE_LIMITS.depth)
      return refusal('', said`A recipe is nested at most ${number(RECIPE_LIMITS.depth)} levels deep`);
    const members = membersOf(value);
    if (!members)
      return refusal(pointer(), said`Only JSON is allowed here: objects, lists, text, numbers, true, false and null`);
    for (const [key, member] of members) {
      if (isForbiddenKey(key)) return refusal(pointerTo(pointer(), key), said`"${key}" may not be used as a key`);
      text += key.length;
      if (member === undefined && !Array.isArray(value)) continue;
      stack.push({ value: member, depth: depth + 1, pointer: () => pointerTo(pointer(), key) });
    }
  }
  return undefined;
}

const refusal = (pointer: string, message: Said): Issue => ({ pointer, message, severity: 'error' });

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/** The members of a plain object or list; undefined for anything that JSON does not know. */
function membersOf(value: unknown): [string, unknown][] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    const prototype: unknown = Object.getPrototypeOf(value);
    // Object.prototype, also that of another realm, is the one whose own prototype is null.
    const plain = Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
    if (!plain) return undefined;
    // Array.from also visits holes, which JSON does not know.
    return Array.isArray(value)
      ? Array.from(value as unknown[], (member, index) => [String(index), member])
      : Object.entries(value);
  } catch {
    return undefined; // A getter or proxy that throws.
  }
}
