import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { builtinRecipes } from '../builtin/builtin.js';
import type { Json } from '../json.js';
import type { Recipe } from '../schema/recipe.js';
import { act, makeRecipe } from '../testing/make-recipe.js';
import { canonicalize, parseRecipe } from './canonicalize.js';

function readBack(text: string): Recipe {
  const parsed = parseRecipe(text);
  if ('issues' in parsed) throw new Error(parsed.issues[0]!.message);
  return parsed.recipe;
}

/** The same JSON with the keys of every object in another order. */
function shuffled(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shuffled);
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, shuffled(member)])); // prettier-ignore
}

describe('the canonical form', () => {
  it.each(builtinRecipes.map((recipe) => [recipe.key, recipe] as const))(
    'of %s survives export and import byte for byte',
    (_, recipe) => {
      const text = canonicalize(recipe);
      expect(readBack(text)).toEqual(recipe);
      expect(canonicalize(readBack(text))).toBe(text);
      expect(text.endsWith('}\n')).toBe(true);
    },
  );

  it('is sorted, indented and free of what JSON does not write', () => {
    const recipe = makeRecipe([], { settings: [] });
    expect(canonicalize(recipe)).toBe(
      [
        '{',
        '  "format": 1,',
        '  "key": "test",',
        '  "name": "Test",',
        '  "offer": "template",',
        '  "settings": [],',
        '  "steps": [],',
        '  "trigger": {',
        '    "connector": "pandadoc",',
        '    "kind": "event",',
        '    "trigger": "document_status_changed"',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
    expect(canonicalize({ ...recipe, description: undefined })).toBe(canonicalize(recipe));
  });

  it('is a fixed point for any literal, whatever the order of its keys', () => {
    const literals = fc
      .jsonValue({ stringUnit: 'binary' })
      .filter((value) => !JSON.stringify(value).includes('"__proto__"'));
    fc.assert(
      fc.property(literals, (literal) => {
        const recipe = makeRecipe([act('a', { x: literal as Json })]);
        const text = canonicalize(recipe);
        expect(canonicalize(JSON.parse(text) as Recipe)).toBe(text);
        expect(canonicalize(shuffled(recipe as Json) as Recipe)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(recipe)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('reading a recipe from text', () => {
  it.each([
    ['no JSON', '{"format": 1,', /^This is not JSON: /],
    ['no recipe', '[]', /^This must be an object, not a list$/],
    ['a prototype key', '{"__proto__": {}}', /may not be used as a key/],
    ['endless nesting', '['.repeat(50_000) + ']'.repeat(50_000), /at most 200 levels/],
  ])('says what is wrong with %s', (_, text, message) => {
    expect(parseRecipe(text)).toMatchObject({ issues: [{ message: expect.stringMatching(message) }] });
  });
});
