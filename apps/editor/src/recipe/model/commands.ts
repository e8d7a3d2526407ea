import type { If, Recipe, Step } from '@tandem/recipes';
import { freshId, freshIdsFor, idsOf } from './fresh-id.js';
import { entryOf, idsWithin, outermost, stepsIn } from './outline.js';
import { renameInRecipe, renameInSteps } from './rename-pills.js';
import { isSameList, mapLists, type ListRef, type Place } from './step-lists.js';

/** What a command makes: the recipe as it is now, and the steps that people look at next. */
export interface Made {
  recipe: Recipe;
  selected: string[];
}

const put = (recipe: Recipe, place: Place, added: Step[]): Recipe =>
  mapLists(recipe, (steps, list) => (isSameList(list, place) ? steps.toSpliced(place.index, 0, ...added) : steps));

const withoutIds = (recipe: Recipe, ids: ReadonlySet<string>): Recipe =>
  mapLists(recipe, (steps) => (steps.some(({ id }) => ids.has(id)) ? steps.filter(({ id }) => !ids.has(id)) : steps));

/** Puts steps in; those whose ids are taken get others, and what refers to them inside follows. */
export function insertSteps(recipe: Recipe, place: Place, steps: Step[]): Made {
  const renamed = freshIdsFor(steps, idsOf(recipe));
  const added = renameInSteps(steps, renamed);
  return { recipe: put(recipe, place, added), selected: added.map(({ id }) => id) };
}

/** Takes steps out, with everything inside them. Selects what comes after, else what stood before or around. */
export function removeSteps(recipe: Recipe, ids: readonly string[]): Made {
  const gone = outermost(recipe, new Set(ids));
  const last = gone.at(-1);
  if (!last) return { recipe, selected: [] };
  const goneIds = new Set(gone.map(({ step }) => step.id));
  const around = stepsIn(recipe, last.place);
  const next =
    around.slice(last.place.index).find(({ id }) => !goneIds.has(id)) ??
    around.slice(0, last.place.index).findLast(({ id }) => !goneIds.has(id));
  const near = next?.id ?? last.place.holder;
  return { recipe: withoutIds(recipe, goneIds), selected: near === null ? [] : [near] };
}

/** Moves steps to a place, in reading order. Into themselves they cannot go: then nothing changes. */
export function moveSteps(recipe: Recipe, ids: readonly string[], to: Place): Made {
  const moved = outermost(recipe, new Set(ids));
  const steps = moved.map(({ step }) => step);
  const selected = steps.map(({ id }) => id);
  if (to.holder !== null && steps.flatMap(idsWithin).includes(to.holder)) return { recipe, selected };
  const before = moved.filter(({ place }) => isSameList(place, to) && place.index < to.index).length;
  const taken = withoutIds(recipe, new Set(selected));
  return { recipe: put(taken, { ...to, index: to.index - before }, steps), selected };
}

/** Puts copies right after the last of the steps. */
export function duplicateSteps(recipe: Recipe, ids: readonly string[]): Made {
  const chosen = outermost(recipe, new Set(ids));
  const last = chosen.at(-1);
  if (!last) return { recipe, selected: [] };
  const { holder, slot, index } = last.place;
  return insertSteps(recipe, { holder, slot, index: index + 1 }, chosen.map(({ step }) => step)); // prettier-ignore
}

/** Gives a step another id, and everything that refers to it the new name. Made fit for an id, and unique. */
export function renameStep(recipe: Recipe, id: string, wish: string): Made {
  const others = idsOf(recipe);
  others.delete(id);
  const next = freshId(wish, others);
  if (next === id) return { recipe, selected: [id] };
  return { recipe: renameInRecipe(recipe, new Map([[id, next]])), selected: [next] };
}

/** Changes one step. Its id stays, whatever comes back: that is for renameStep. */
export function changeStep(recipe: Recipe, id: string, change: (step: Step) => Step): Recipe {
  return mapLists(recipe, (steps) =>
    steps.some((step) => step.id === id)
      ? steps.map((step) => (step.id === id ? { ...change(step), id } : step))
      : steps,
  );
}

/** Passes steps over in a run, or no longer. */
export function skipSteps(recipe: Recipe, ids: readonly string[], skip: boolean): Recipe {
  return ids.reduce(
    (sofar, id) =>
      changeStep(sofar, id, (step) => {
        const { skip: _was, ...rest } = step;
        return skip ? { ...rest, skip: true } : rest;
      }),
    recipe,
  );
}

export type Wrapper = 'if' | 'try' | 'forEach';

/** Puts steps that stand side by side into a new `if`, `try` or `forEach`. Steps of other lists stay where they are. */
export function wrapSteps(recipe: Recipe, ids: readonly string[], wrapper: Wrapper): Made {
  const first = outermost(recipe, new Set(ids))[0];
  if (!first) return { recipe, selected: [] };
  const wanted = new Set(ids);
  const inside = stepsIn(recipe, first.place).filter(({ id }) => wanted.has(id));
  const id = freshId(wrapper === 'forEach' ? 'each' : wrapper === 'if' ? 'check' : 'attempt', idsOf(recipe));
  const taken = withoutIds(recipe, new Set(inside.map((step) => step.id)));
  return { recipe: put(taken, first.place, [wrapped(wrapper, id, inside)]), selected: [id] };
}

function wrapped(wrapper: Wrapper, id: string, steps: Step[]): Step {
  switch (wrapper) {
    case 'if':
      return { id, kind: 'if', branches: [{ when: true, steps }] };
    case 'try':
      return { id, kind: 'try', steps, onError: [] };
    case 'forEach':
      return { id, kind: 'forEach', items: [], steps };
  }
}

const changeIf = (recipe: Recipe, id: string, change: (step: If) => If): Recipe =>
  changeStep(recipe, id, (step) => (step.kind === 'if' ? change(step) : step));

export const MAX_BRANCHES = 20;

/** Adds a way through an `if`, looked at after the others. */
export const addBranch = (recipe: Recipe, id: string): Recipe =>
  changeIf(recipe, id, (step) =>
    step.branches.length < MAX_BRANCHES ? { ...step, branches: [...step.branches, { when: true, steps: [] }] } : step,
  );

/** Takes a way out of an `if`, with its steps. The last one stays. */
export const removeBranch = (recipe: Recipe, id: string, index: number): Recipe =>
  changeIf(recipe, id, (step) =>
    step.branches.length > 1 ? { ...step, branches: step.branches.toSpliced(index, 1) } : step,
  );

/** Steps that stand in one list, in reading order; undefined where they do not. */
function sideBySide(recipe: Recipe, ids: readonly string[]) {
  const entries = outermost(recipe, new Set(ids));
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last || entries.some(({ place }) => !isSameList(place, first.place))) return undefined;
  const list: ListRef = { holder: first.place.holder, slot: first.place.slot };
  const around = list.holder === null ? undefined : entryOf(recipe, list.holder);
  return { list, around, from: first.place.index, to: last.place.index };
}

/** One place up or down in their list; at an end they go out of their holder, to right before or after it. */
export function nudgeSteps(recipe: Recipe, ids: readonly string[], by: -1 | 1): Made {
  const here = sideBySide(recipe, ids);
  if (!here) return { recipe, selected: [...ids] };
  const { list, around, from, to } = here;
  const target = by === 1 ? to + 1 : from - 1;
  if (target >= 0 && target < stepsIn(recipe, list).length) {
    return moveSteps(recipe, ids, { ...list, index: by === 1 ? target + 1 : target });
  }
  if (!around) return { recipe, selected: [...ids] };
  return moveSteps(recipe, ids, { ...around.place, index: around.place.index + (by === 1 ? 1 : 0) });
}

/** Into the nearest list of the step above, at its end: the way back for steps that were nudged out. */
export function indentSteps(recipe: Recipe, ids: readonly string[]): Made {
  const here = sideBySide(recipe, ids);
  const above = here && stepsIn(recipe, here.list)[here.from - 1];
  const slot = above && { if: 'branches/0/steps', forEach: 'steps', try: 'steps' }[above.kind as string];
  if (!above || slot === undefined) return { recipe, selected: [...ids] };
  const list: ListRef = { holder: above.id, slot };
  return moveSteps(recipe, ids, { ...list, index: stepsIn(recipe, list).length });
}

/** Out of the step around them, to right behind that. */
export function outdentSteps(recipe: Recipe, ids: readonly string[]): Made {
  const around = sideBySide(recipe, ids)?.around;
  if (!around) return { recipe, selected: [...ids] };
  return moveSteps(recipe, ids, { ...around.place, index: around.place.index + 1 });
}
