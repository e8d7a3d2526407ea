import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { type Operator, operators } from './expressions/operators.js';
import { catalogue } from './testing/catalogue.js';
import { validateRecipe } from './validation/validate-recipe.js';

const page = readFileSync(new URL('../../../docs/recipes.md', import.meta.url), 'utf8');

/** The table of operators as it should be written. */
function operatorTable(): string {
  const all: [string, Operator][] = Object.entries(operators);
  const rows = all.map(([key, { takes, min, rest, gives, doc }]) => {
    const args = takes.map((type, index) => (index < min ? type : `${type}?`));
    return `| \`${key}\` | ${args.join(', ')}${rest ? ', …' : ''} | ${gives} | ${doc} |`;
  });
  return ['| operator | takes | gives | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

const withoutPadding = (table: string): string => table.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---').trim();

it('describes every operator as it is', () => {
  const [, table = ''] = /<!-- operators -->([^]*?)<!-- \/operators -->/.exec(page) ?? [];
  expect(withoutPadding(table)).toBe(operatorTable());
});

it('begins with a recipe that can be published', () => {
  const [, example = ''] = /```json\n([^]*?)```/.exec(page) ?? [];
  expect(validateRecipe(JSON.parse(example), catalogue)).toEqual([]);
});
