import { forbiddenPartOf, type Recipe, type Step } from '@tandem/recipes';
import { idsWithin } from './outline.js';

const MAX_LENGTH = 64;

export const idsOf = (recipe: Recipe): Set<string> => new Set(recipe.steps.flatMap(idsWithin));

/** A step id near the wish that is not taken, such as `note_2`. Anything may be wished for; ids are what comes out. */
export function freshId(wish: string, taken: ReadonlySet<string>): string {
  const plain = toId(wish);
  if (!taken.has(plain)) return plain;
  const stem = plain.replace(/_\d+$/, '');
  for (let count = 2; ; count += 1) {
    const tail = `_${count}`;
    const id = stem.slice(0, MAX_LENGTH - tail.length) + tail;
    if (!taken.has(id)) return id;
  }
}

/** "Move the deal!" → `move_the_deal` */
function toId(wish: string): string {
  const words = wish
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  if (words === '') return 'step';
  return forbiddenPartOf(words) === undefined ? words.slice(0, MAX_LENGTH) : `step_${words}`;
}

/** The step and all inside it with other ids where theirs are taken, and which became which. `taken` grows. */
export function freshIdsFor(steps: Step[], taken: Set<string>): Map<string, string> {
  const renamed = new Map<string, string>();
  for (const id of steps.flatMap(idsWithin)) {
    const next = freshId(id, taken);
    taken.add(next);
    if (next !== id) renamed.set(id, next);
  }
  return renamed;
}
