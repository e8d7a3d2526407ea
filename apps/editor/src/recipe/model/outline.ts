import type { Recipe, Step } from '@tandem/recipes';
import { innerLists, TOP, type ListRef, type Place } from './step-lists.js';

/** A step with everything that its place in the recipe says about it. */
export interface Entry {
  step: Step;
  /** As people say it: "3", or "3.1" for the first step inside step 3. Inside, all branches count on. */
  number: string;
  place: Place;
  /** JSON pointer into the recipe. */
  pointer: string;
  /** 0 for the recipe's own steps. */
  depth: number;
}

/** Recipes are never changed in place, so an outline is made once for each. */
const known = new WeakMap<Recipe, { entries: readonly Entry[]; byId: ReadonlyMap<string, Entry> }>();

function outlined(recipe: Recipe) {
  const before = known.get(recipe);
  if (before) return before;
  const entries = readOutline(recipe);
  // Of steps with the same id, which the validator reports, the first one counts.
  const made = { entries, byId: new Map(entries.toReversed().map((entry) => [entry.step.id, entry])) };
  known.set(recipe, made);
  return made;
}

/** All steps in reading order, each followed by those inside it. */
export const outlineOf = (recipe: Recipe): readonly Entry[] => outlined(recipe).entries;

function readOutline(recipe: Recipe): Entry[] {
  const found: Entry[] = [];
  const visit = (steps: Step[], list: ListRef, pointer: string, depth: number, numberFrom: (n: number) => string) => {
    steps.forEach((step, index) => {
      const number = numberFrom(index);
      const at = `${pointer}/${index}`;
      found.push({ step, number, place: { ...list, index }, pointer: at, depth });
      let before = 0;
      for (const { slot, steps: inner } of innerLists(step)) {
        const start = before;
        visit(inner, { holder: step.id, slot }, `${at}/${slot}`, depth + 1, (n) => `${number}.${start + n + 1}`);
        before += inner.length;
      }
    });
  };
  visit(recipe.steps, TOP, '/steps', 0, (n) => String(n + 1));
  return found;
}

export const entryOf = (recipe: Recipe, id: string): Entry | undefined => outlined(recipe).byId.get(id);

/** The ids of a step and of everything inside it. */
export function idsWithin(step: Step): string[] {
  return [step.id, ...innerLists(step).flatMap(({ steps }) => steps.flatMap(idsWithin))];
}

/** Of some steps, those that are not inside another of them, in reading order. */
export function outermost(recipe: Recipe, ids: ReadonlySet<string>): Entry[] {
  const inside = new Set<string>();
  return outlineOf(recipe).filter(({ step }) => {
    if (!ids.has(step.id) || inside.has(step.id)) return false;
    for (const id of idsWithin(step)) inside.add(id);
    return true;
  });
}

/** The steps of one list; empty for a list that there is not. */
export function stepsIn(recipe: Recipe, list: ListRef): Step[] {
  if (list.holder === null) return recipe.steps;
  const holder = entryOf(recipe, list.holder)?.step;
  return (holder && innerLists(holder).find(({ slot }) => slot === list.slot)?.steps) ?? [];
}

/** The step, or the part of the recipe, that a JSON pointer leads into. */
export function ownerOf(recipe: Recipe, pointer: string): Entry | 'trigger' | 'settings' | 'recipe' {
  const holding = outlineOf(recipe).filter(
    (entry) => pointer === entry.pointer || pointer.startsWith(`${entry.pointer}/`),
  );
  const innermost = holding.at(-1);
  if (innermost) return innermost;
  if (pointer.startsWith('/trigger')) return 'trigger';
  return pointer.startsWith('/settings') ? 'settings' : 'recipe';
}
