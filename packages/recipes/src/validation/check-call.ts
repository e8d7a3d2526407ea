import type { JsonObject } from '../json.js';
import { said } from '../said.js';
import type { Call } from '../schema/step.js';
import type { CatalogueRecipe, JsonSchema } from './catalogue.js';
import { objectOf, type Shape } from './shape.js';
import type { Passed, StepContext, Visible } from './step-context.js';

/** The called recipe and its inputs. A recipe that calls itself would never end. */
export function checkCall(step: Call, pointer: string, visible: Visible, context: StepContext): Passed {
  const place = `${pointer}/recipe`;
  const { recipes } = context.catalogue;
  let called: CatalogueRecipe | undefined;
  if (step.recipe === context.recipeKey) context.issues.error(place, said`A recipe cannot call itself`);
  else if (recipes) {
    called = context.named(recipes, step.recipe, place, said`There is no recipe "${step.recipe}" that can be called`);
  }
  context.inputs(step.input, called && schemaOf(called), `${pointer}/input`, visible);
  return { visible: new Map([...visible, [step.id, { shape: outputOf(called), certainty: 'always' }]]), stops: false };
}

const TYPES = { text: 'string', number: 'number', boolean: 'boolean', list: 'array', object: 'object' } as const;

function schemaOf({ input }: CatalogueRecipe): JsonSchema {
  const entries = Object.entries(input);
  const properties: JsonObject = Object.fromEntries(entries.map(([key, { type }]) => [key, { type: TYPES[type] }]));
  const required = entries.filter(([, field]) => field.required).map(([key]) => key);
  return { type: 'object', properties, required, additionalProperties: false };
}

const outputOf = (called: CatalogueRecipe | undefined): Shape =>
  called?.output && objectOf(Object.fromEntries(called.output.map((key) => [key, undefined])));
