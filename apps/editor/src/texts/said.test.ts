import { expect, it } from '@jest/globals';
import { builtinRecipes } from '@tandem/recipes';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import english from './en/said.json' with { type: 'json' };
import french from './fr/said.json' with { type: 'json' };
import { SHAPES } from './said-values.js';

const ROOT = join(import.meta.dirname, '../../../..');
const SPEAKERS = ['packages/recipes/src', 'packages/connectors/src', 'apps/api/src'];

/** What is said on the server: said`…` everywhere, how connectors describe inputs and outputs, and our own recipes. */
function phrases(): Set<string> {
  const found = new Set<string>();
  for (const speaker of SPEAKERS) {
    const files = readdirSync(join(ROOT, speaker), { recursive: true, encoding: 'utf8' });
    for (const file of files) {
      if (!file.endsWith('.ts') || /\.test\.ts$|(^|\/)testing\//.test(file)) continue;
      const text = readFileSync(join(ROOT, speaker, file), 'utf8');
      if (!text.includes('said`') && !text.includes('.describe(')) continue;
      visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), speaker.includes('connectors'), found);
    }
  }
  for (const recipe of builtinRecipes) addTexts(recipe, found);
  return found;
}

const TEXTS = new Set(['name', 'description', 'title', 'help', 'notes', 'message']);
const isTextSetting = (node: object): boolean => 'type' in node && node.type === 'text';

/** Names, notes and messages; one that is put together has numbered places for its values. */
function addTexts(node: unknown, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const isText = TEXTS.has(key) || (key === 'default' && isTextSetting(node));
    const text = isText ? textOf(value) : undefined;
    if (text === undefined) addTexts(value, found);
    else found.add(text);
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const parts: unknown = typeof value === 'object' && value !== null && 'cat' in value ? value.cat : undefined;
  if (!Array.isArray(parts)) return undefined;
  let places = 0;
  return parts.map((part: unknown) => (typeof part === 'string' ? part : `{${(places += 1)}}`)).join('');
}

function visit(node: ts.Node, hasSchemas: boolean, found: Set<string>): void {
  if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'said') {
    found.add(phraseOf(node.template));
  }
  const [described] = hasSchemas && ts.isCallExpression(node) && isDescribe(node.expression) ? node.arguments : [];
  if (described && ts.isStringLiteralLike(described)) found.add(described.text);
  ts.forEachChild(node, (child) => {
    visit(child, hasSchemas, found);
  });
}

const isDescribe = (called: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(called) && called.name.text === 'describe';

const phraseOf = (template: ts.TemplateLiteral): string =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : template.head.text +
      template.templateSpans
        .map(({ expression, literal }, index) => `{${index + 1}${kindOf(expression)}}${literal.text}`)
        .join('');

/** Values that readers write in their own way are marked by a call: ${number(count)}. */
function kindOf(value: ts.Expression): string {
  const called = ts.isCallExpression(value) && ts.isIdentifier(value.expression) ? value.expression.text : '';
  return Object.hasOwn(SHAPES, called) ? `:${called}` : '';
}

const places = (text: string): string[] =>
  [...text.matchAll(/\{(\d)(?::\w+)?\}/g)].map(([, place = '']) => place).sort();

it('is all said in French, and nothing else is', () => {
  expect(Object.keys(french).sort()).toEqual([...phrases()].sort());
});

it('is known in English where it has values that readers write in their own way', () => {
  expect(english).toEqual([...phrases()].filter((phrase) => /\{\d:/.test(phrase)).sort());
});

it('has the same values in both languages', () => {
  for (const [english, phrase] of Object.entries(french)) expect([english, places(phrase)]).toEqual([english, places(english)]); // prettier-ignore
});

it('sets its narrow spaces before two-part signs', () => {
  for (const phrase of Object.values(french)) {
    expect([phrase, /[^\s\u00a0\u202f\w"/][?!;]|[^\s\u00a0\u202f"]:\s|[ ][?!;:»](\s|$)|« /.exec(phrase)?.[0]]).toEqual([
      phrase,
      undefined,
    ]);
  }
});
