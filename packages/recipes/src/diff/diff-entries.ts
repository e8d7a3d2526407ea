import type { Json } from '../json.js';
import { diffJson, type ValueChange } from './diff-json.js';

/** Something with a name of its own in an ordered place: a step or a setting. */
export interface Entry {
  id: string;
  /** The list that holds it. */
  list: string;
  pointer: string;
  /** Without what is compared by itself. */
  own: Json;
}

/** Pointers of added, changed and moved-to places lead into the newer recipe, the others into the older one. */
export type EntryChange =
  | { change: 'added'; id: string; pointer: string }
  | { change: 'removed'; id: string; pointer: string }
  | { change: 'moved'; id: string; from: string; to: string }
  | { change: 'changed'; id: string; pointer: string; changes: ValueChange[] };

/** Compares by id: first what was removed, in its old order, then everything else in its new order. */
export function diffEntries(before: Entry[], after: Entry[]): EntryChange[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const now = new Map(after.map((entry) => [entry.id, entry]));
  const moved = movedOf(old, now);
  const removed = before
    .filter(({ id }) => !now.has(id))
    .map(({ id, pointer }): EntryChange => ({ change: 'removed', id, pointer }));
  const rest = after.flatMap((entry): EntryChange[] => {
    const { id, pointer } = entry;
    const earlier = old.get(id);
    if (!earlier) return [{ change: 'added', id, pointer }];
    const changes = diffJson(earlier.own, entry.own);
    return [
      ...(moved.has(id) ? [{ change: 'moved' as const, id, from: earlier.pointer, to: pointer }] : []),
      ...(changes.length > 0 ? [{ change: 'changed' as const, id, pointer, changes }] : []),
    ];
  });
  return [...removed, ...rest];
}

/** Entries in another list than before, and the fewest of the others that explain a new order. */
function movedOf(old: Map<string, Entry>, now: Map<string, Entry>): Set<string> {
  const moved = new Set<string>();
  const oldPlaces = new Map([...old.keys()].map((id, index) => [id, index]));
  const staying = new Map<string, { id: string; place: number }[]>();
  for (const [id, { list }] of now) {
    const place = oldPlaces.get(id);
    if (place === undefined) continue;
    if (old.get(id)?.list !== list) moved.add(id);
    else staying.set(list, [...(staying.get(list) ?? []), { id, place }]);
  }
  for (const entries of staying.values()) {
    const kept = longestRising(entries.map(({ place }) => place));
    for (const [index, { id }] of entries.entries()) if (!kept.has(index)) moved.add(id);
  }
  return moved;
}

/** Indexes of a longest rising subsequence. */
function longestRising(values: number[]): Set<number> {
  const best: { length: number; previous: number }[] = [];
  let last = -1;
  for (const [index, value] of values.entries()) {
    let [length, previous] = [1, -1];
    for (let earlier = 0; earlier < index; earlier++) {
      const candidate = best[earlier]?.length ?? 0;
      if ((values[earlier] ?? 0) < value && candidate + 1 > length) [length, previous] = [candidate + 1, earlier];
    }
    best.push({ length, previous });
    if (length > (best[last]?.length ?? 0)) last = index;
  }
  const kept = new Set<number>();
  for (let index = last; index >= 0; index = best[index]?.previous ?? -1) kept.add(index);
  return kept;
}
