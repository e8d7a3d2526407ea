import { sortedJson } from '../canonical/sorted-json.js';
import { isLogic } from '../expressions/is-logic.js';
import { isObject, type Json } from '../json.js';
import { pointerTo } from '../pointer.js';

/** One value that differs. What is absent on a side has no `before` or no `after`. */
export interface ValueChange {
  /** RFC 6901, from the root of what was compared. */
  pointer: string;
  before?: Json;
  after?: Json;
}

/** The smallest values that differ. An expression is compared as a whole: half of a formula says nothing. */
export function diffJson(before: Json | undefined, after: Json | undefined, pointer = ''): ValueChange[] {
  if (before === undefined || after === undefined) {
    if (before === after) return [];
    return [{ pointer, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  }
  if (sortedJson(before) === sortedJson(after)) return [];
  if (isObject(before) && isObject(after) && !isLogic(before) && !isLogic(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => diffJson(ownOf(before, key), ownOf(after, key), pointerTo(pointer, key)));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((element, index) => diffJson(element, after[index], pointerTo(pointer, index)));
  }
  return [{ pointer, before, after }];
}

const ownOf = (holder: Record<string, Json>, key: string): Json | undefined =>
  Object.hasOwn(holder, key) ? holder[key] : undefined;
