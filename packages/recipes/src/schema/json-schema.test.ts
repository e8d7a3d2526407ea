import { expect, it } from '@jest/globals';
import { jsonSchema } from './json-schema.js';
import { Recipe } from './recipe.js';

it('is published as draft 2020-12, with every key of a recipe, and nothing else allowed', () => {
  const schema = jsonSchema();
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Tandem recipe',
    additionalProperties: false,
    properties: { steps: { items: { $ref: '#/$defs/Step' } } },
  });
  expect(Object.keys(schema.properties as object).sort()).toEqual(Object.keys(Recipe.shape).sort());
});

it('names all kinds of steps', () => {
  const { Step } = jsonSchema().$defs as { Step: { oneOf: { properties: { kind: { const: string } } }[] } };
  expect(Step.oneOf.map(({ properties }) => properties.kind.const)).toEqual([
    'action',
    'if',
    'forEach',
    'try',
    'wait',
    'stop',
    'call',
  ]);
});
