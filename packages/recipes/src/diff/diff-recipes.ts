import type { Json, JsonObject } from '../json.js';
import { pointerTo } from '../pointer.js';
import type { Recipe } from '../schema/recipe.js';
import type { Step } from '../schema/step.js';
import { diffEntries, type Entry, type EntryChange } from './diff-entries.js';
import { diffJson, type ValueChange } from './diff-json.js';

/** What changed from one version of a recipe to another. All empty where they say the same. */
export interface RecipeDiff {
  /** Name, description, trigger and whatever else is neither a setting nor a step. */
  recipe: ValueChange[];
  settings: EntryChange[];
  /** Steps are followed by their id, also into and out of branches; pointers of `changes` start at the step. */
  steps: EntryChange[];
}

/** Compares two recipes step by step. A step is the same one where its id is. */
export function diffRecipes(before: Recipe, after: Recipe): RecipeDiff {
  return {
    recipe: diffJson(headOf(before), headOf(after)),
    settings: diffEntries(settingsOf(before), settingsOf(after)),
    steps: diffEntries(stepsOf(before.steps), stepsOf(after.steps)),
  };
}

function headOf({ settings: _settings, steps: _steps, ...head }: Recipe): Json {
  return head as Json; // A recipe is JSON.
}

function settingsOf(recipe: Recipe): Entry[] {
  return recipe.settings.map((setting, index) => ({
    id: setting.key,
    list: '',
    pointer: pointerTo('/settings', index),
    own: setting as Json, // A setting is JSON.
  }));
}

/** All steps, each followed by those inside it. */
function stepsOf(steps: Step[], list = '', pointer = '/steps'): Entry[] {
  return steps.flatMap((step, index) => {
    const place = pointerTo(pointer, index);
    const { own, inner } = takeApart(step);
    const inside = inner.flatMap(([tail, within]) => stepsOf(within, `${step.id}${tail}`, `${place}${tail}`));
    return [{ id: step.id, list, pointer: place, own }, ...inside];
  });
}

/** A step without the steps inside it, and those with where they are. */
function takeApart(step: Step): { own: JsonObject; inner: [string, Step[]][] } {
  switch (step.kind) {
    case 'if': {
      const { branches, else: otherwise, ...own } = step;
      const conditions = branches.map(({ steps: _steps, ...branch }) => branch);
      const inner = branches.map(({ steps }, index): [string, Step[]] => [`/branches/${index}/steps`, steps]);
      return { own: { ...own, branches: conditions } as JsonObject, inner: [...inner, ['/else', otherwise ?? []]] };
    }
    case 'forEach': {
      const { steps, ...own } = step;
      return { own: own as JsonObject, inner: [['/steps', steps]] };
    }
    case 'try': {
      const { steps, onError, ...own } = step;
      return { own: own as JsonObject, inner: [['/steps', steps], ['/onError', onError]] }; // prettier-ignore
    }
    case 'action':
    case 'wait':
    case 'stop':
    case 'call':
      return { own: step as JsonObject, inner: [] };
  }
}
