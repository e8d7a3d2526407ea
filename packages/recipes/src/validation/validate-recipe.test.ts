import { describe, expect, it } from '@jest/globals';
import { builtinRecipes } from '../builtin/builtin.js';
import type { Json, JsonObject } from '../json.js';
import type { Recipe } from '../schema/recipe.js';
import type { Step } from '../schema/step.js';
import { catalogue } from '../testing/catalogue.js';
import { makeRecipe } from '../testing/make-recipe.js';
import type { Issue } from './issue.js';
import { validateRecipe } from './validate-recipe.js';

type Wanted = Partial<Record<keyof Issue, unknown>>;

const at = (path: string): Json => ({ var: path });
const check = (steps: Step[], changes: Partial<Recipe> = {}): Issue[] =>
  validateRecipe(makeRecipe(steps, changes), catalogue);

const read: Step = {
  kind: 'action',
  id: 'document',
  connector: 'pandadoc',
  action: 'get_document',
  input: { document_id: at('trigger.document_id') },
};
const act = (action: string, input: JsonObject, connector = 'hubspot'): Step => ({
  kind: 'action',
  id: 'act',
  connector,
  action,
  input,
});

it.each(builtinRecipes.map((recipe) => [recipe.key, recipe] as const))('finds nothing wrong with %s', (_, recipe) => {
  expect(validateRecipe(recipe, catalogue)).toEqual([]);
});

describe('structure', () => {
  const good = makeRecipe([read]);
  const cases: [string, unknown, Wanted][] = [
    ['an unknown key', { ...good, stepz: [] }, { pointer: '/stepz', suggestion: 'steps' }],
    [
      'an unknown key of a step',
      { ...good, steps: [{ ...read, titel: 'x' }] },
      { pointer: '/steps/0/titel', suggestion: 'title' },
    ],
    [
      'an unknown kind',
      { ...good, steps: [{ id: 'a', kind: 'foreach', items: [], steps: [] }] },
      { pointer: '/steps/0/kind', suggestion: 'forEach' },
    ],
    [
      'a missing kind',
      { ...good, steps: [{ id: 'a' }] },
      { pointer: '/steps/0/kind', message: expect.stringContaining('is missing') },
    ],
    ['a missing key', { ...good, name: undefined }, { pointer: '', message: '"name" is missing' }],
    ['a wrong type', { ...good, name: 7 }, { pointer: '/name', message: 'This must be text, not a number' }],
    [
      'a wrong default',
      { ...good, settings: [{ key: 's', title: 'S', type: 'number', default: 'x' }] },
      { pointer: '/settings/0/default', message: 'This must be a number, not text' },
    ],
    ['an empty name', { ...good, name: '' }, { pointer: '/name', message: 'This must not be empty' }],
    [
      'an id with a capital',
      { ...good, steps: [{ ...read, id: 'Doc' }] },
      { pointer: '/steps/0/id', message: expect.stringContaining('lower case') },
    ],
    ['no recipe at all', 'text', { pointer: '', message: 'This must be an object, not text' }],
    [
      'another format',
      { ...good, format: 2 },
      { pointer: '/format', message: '2 is not possible here; it must be "1"' },
    ],
  ];
  it.each(cases)('%s is named with its place', (_, input, issue) => {
    expect(validateRecipe(input, catalogue)).toContainEqual(expect.objectContaining({ severity: 'error', ...issue }));
  });
});

describe('names', () => {
  const mapping: Recipe['settings'][number] = {
    key: 'stages',
    title: 'S',
    type: 'mapping',
    keys: { connector: 'pandadoc', pickList: 'status' },
    values: { connector: 'hubspott', pickList: 'stages', input: { pipeline: 'pipelin' } },
  };
  const cases: [string, () => Issue[], Wanted][] = [
    [
      'connector',
      () => check([act('get_deal', {}, 'hubpsot')]),
      { pointer: '/steps/0/connector', suggestion: 'hubspot' },
    ],
    ['action', () => check([act('get_deals', {})]), { pointer: '/steps/0/action', suggestion: 'get_deal' }],
    [
      'trigger',
      () => check([], { trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_change' } }),
      { pointer: '/trigger/trigger', suggestion: 'document_status_changed' },
    ],
    [
      'pick list',
      () => check([], { settings: [mapping] }),
      { pointer: '/settings/0/keys/pickList', suggestion: 'statuses' },
    ],
    [
      'connector of a pick list',
      () => check([], { settings: [mapping] }),
      { pointer: '/settings/0/values/connector', suggestion: 'hubspot' },
    ],
    [
      'setting',
      () => check([], { settings: [mapping, { key: 'pipeline', title: 'P', type: 'text' }] }),
      { pointer: '/settings/0/values/input/pipeline', suggestion: 'pipeline' },
    ],
    [
      'recipe',
      () => check([{ kind: 'call', id: 'c', recipe: 'shred', input: {} }]),
      { pointer: '/steps/0/recipe', suggestion: 'shared' },
    ],
  ];
  it.each(cases)('an unknown %s is named with what was probably meant', (_, found, issue) => {
    expect(found()).toContainEqual(expect.objectContaining({ severity: 'error', ...issue }));
  });

  it('that are used twice are refused', () => {
    const text = { key: 's', title: 'S', type: 'text' as const };
    const inner: Step = { kind: 'forEach', id: 'each', items: [], steps: [read] };
    expect(check([read, inner], { settings: [text, text] })).toEqual([
      { pointer: '/settings/1/key', message: 'There are two settings "s"', severity: 'error' },
      { pointer: '/steps/1/steps/0/id', message: 'There are two steps "document"', severity: 'error' },
    ]);
  });

  it('are at most a thousand', () => {
    const steps = Array.from({ length: 1001 }, (_, index): Step => ({ ...read, id: `s${index}` }));
    expect(check(steps)).toEqual([
      { pointer: '/steps', message: 'A recipe has at most 1000 steps', severity: 'error' },
    ]);
  });

  it('of prototypes are refused as ids', () => {
    expect(check([{ ...read, id: 'constructor' }])).toMatchObject([{ pointer: '/steps/0/id' }]);
  });

  it('of settings may not depend on each other in a circle', () => {
    const choice = (key: string, on: string) => ({
      key,
      title: key,
      type: 'choice' as const,
      from: { connector: 'hubspot', pickList: 'stages', input: { pipeline: on } },
    });
    expect(check([], { settings: [choice('a', 'b'), choice('b', 'a')] })).toMatchObject([
      { pointer: '/settings/0/from/input/pipeline', message: 'The choices of "a" depend on "a" itself' },
      { pointer: '/settings/1/from/input/pipeline' },
    ]);
  });
});
