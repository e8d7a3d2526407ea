import type { Json, Recipe } from '@tandem/recipes';
import { freshId } from './fresh-id.js';

export type CallTrigger = Extract<Recipe['trigger'], { kind: 'call' }>;

/** A called recipe that gives this back, or nothing; other recipes stay as they are. */
export function withOutputs(recipe: Recipe, outputs: readonly (readonly [string, Json])[]): Recipe {
  if (recipe.trigger.kind !== 'call') return recipe;
  const { output: _was, ...rest } = recipe.trigger;
  return {
    ...recipe,
    trigger: outputs.length === 0 ? rest : { ...rest, output: Object.fromEntries(outputs) },
  };
}

export const outputsOf = ({ trigger }: Recipe): [string, Json][] =>
  trigger.kind === 'call' ? Object.entries(trigger.output ?? {}) : [];

/** One more thing that callers are given back, empty until it is filled in. */
export const addOutput = (recipe: Recipe, wish: string): Recipe => {
  const outputs = outputsOf(recipe);
  return withOutputs(recipe, [...outputs, [freshId(wish, new Set(outputs.map(([key]) => key))), '']]);
};

export const putOutput = (recipe: Recipe, key: string, value: Json): Recipe =>
  withOutputs(
    recipe,
    outputsOf(recipe).map((entry) => (entry[0] === key ? [key, value] : entry)),
  );

export const removeOutput = (recipe: Recipe, key: string): Recipe =>
  withOutputs(
    recipe,
    outputsOf(recipe).filter(([one]) => one !== key),
  );

/** Recipes that call this one refer to it by name: they have to follow by themselves. */
export const renameOutput = (recipe: Recipe, from: string, to: string): Recipe =>
  withOutputs(
    recipe,
    outputsOf(recipe).map(([key, value]) => [key === from ? to : key, value]),
  );
