import type { Recipe } from '@tandem/recipes';
import { freshId } from './fresh-id.js';
import { renameInputInRecipe } from './rename-pills.js';

type Called = Extract<Recipe['trigger'], { kind: 'call' }>;
export type CallInput = Called['input'][string];

export const INPUT_TYPES = ['text', 'number', 'boolean', 'list', 'object'] as const satisfies CallInput['type'][];

const withInputs = (recipe: Recipe, change: (inputs: [string, CallInput][]) => [string, CallInput][]): Recipe =>
  recipe.trigger.kind === 'call'
    ? {
        ...recipe,
        trigger: { ...recipe.trigger, input: Object.fromEntries(change(Object.entries(recipe.trigger.input))) },
      }
    : recipe;

/** One more thing that callers hand over: a text, until it is said otherwise. */
export const addInput = (recipe: Recipe, wish: string): Recipe =>
  withInputs(recipe, (inputs) => [...inputs, [freshId(wish, new Set(inputs.map(([key]) => key))), { type: 'text' }]]);

export const putInput = (recipe: Recipe, key: string, input: CallInput): Recipe =>
  withInputs(recipe, (inputs) => inputs.map((entry) => (entry[0] === key ? [key, input] : entry)));

export const removeInput = (recipe: Recipe, key: string): Recipe =>
  withInputs(recipe, (inputs) => inputs.filter(([one]) => one !== key));

/** Values that refer to it follow. */
export const renameInput = (recipe: Recipe, from: string, to: string): Recipe =>
  renameInputInRecipe(
    withInputs(recipe, (inputs) => inputs.map(([key, input]) => [key === from ? to : key, input])),
    from,
    to,
  );
