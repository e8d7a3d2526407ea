import type { Recipe, Step } from '@tandem/recipes';

/**
 * Names a list of steps: the recipe's own (`holder` null) or one inside a step. `slot` is the path of the list inside
 * its holder: `steps`, `onError`, `else` or `branches/0/steps`.
 */
export interface ListRef {
  holder: string | null;
  slot: string;
}

/** Where a step stands, or where one is to be put: before the step that has this index now. */
export interface Place extends ListRef {
  index: number;
}

export const TOP: ListRef = { holder: null, slot: 'steps' };

/** The lists of steps inside a step, in reading order. An absent `else` is an empty list. */
export function innerLists(step: Step): { slot: string; steps: Step[] }[] {
  switch (step.kind) {
    case 'if':
      return [
        ...step.branches.map(({ steps }, index) => ({ slot: `branches/${index}/steps`, steps })),
        { slot: 'else', steps: step.else ?? [] },
      ];
    case 'forEach':
      return [{ slot: 'steps', steps: step.steps }];
    case 'try':
      return [
        { slot: 'steps', steps: step.steps },
        { slot: 'onError', steps: step.onError },
      ];
    case 'action':
    case 'wait':
    case 'stop':
    case 'call':
      return [];
  }
}

/** The step with one of its lists replaced. An `else` that becomes empty goes. */
export function withInnerList(step: Step, slot: string, steps: Step[]): Step {
  switch (step.kind) {
    case 'if': {
      if (slot === 'else') {
        const { else: _gone, ...rest } = step;
        return steps.length > 0 ? { ...rest, else: steps } : rest;
      }
      const wanted = Number(slot.split('/')[1]);
      const branches = step.branches.map((branch, index) => (index === wanted ? { ...branch, steps } : branch));
      return { ...step, branches };
    }
    case 'forEach':
      return { ...step, steps };
    case 'try':
      return slot === 'onError' ? { ...step, onError: steps } : { ...step, steps };
    case 'action':
    case 'wait':
    case 'stop':
    case 'call':
      return step;
  }
}

/** Every list of the recipe, inner ones first, handed through `change`; what does not change stays the same object. */
export function mapLists(recipe: Recipe, change: (steps: Step[], list: ListRef) => Step[]): Recipe {
  const visit = (steps: Step[], list: ListRef): Step[] => {
    const visited = steps.map((step) =>
      innerLists(step).reduce((sofar, { slot, steps: inner }) => {
        const next = visit(inner, { holder: step.id, slot });
        return next === inner ? sofar : withInnerList(sofar, slot, next);
      }, step),
    );
    const same = visited.every((step, index) => step === steps[index]);
    return change(same ? steps : visited, list);
  };
  const steps = visit(recipe.steps, TOP);
  return steps === recipe.steps ? recipe : { ...recipe, steps };
}

export const isSameList = (a: ListRef, b: ListRef): boolean => a.holder === b.holder && a.slot === b.slot;
