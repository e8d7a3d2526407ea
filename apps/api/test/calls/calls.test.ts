import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from '../desk.js';
import { countCalls, RECIPES, totalOf, type Calls } from './count-calls.js';

const ROWS = 10;

/** The numbers of docs/calls.md, as `npm run calls` has written them. */
function documented(recipe: string): number[] {
  const page = readFileSync(join(process.cwd(), 'docs/calls.md'), 'utf8');
  const row = page.split('\n').find((line) => new RegExp(`^\\| ${recipe} +\\| +${ROWS} \\|`).test(line)) ?? '';
  return row.split('|').slice(3, -1).map(Number);
}

const cells = (calls: Calls): number[] => [
  calls.hubspot.reads,
  calls.hubspot.writes,
  calls.pandadoc.reads,
  calls.pandadoc.writes,
  totalOf(calls),
];

describe(`The calls of a run for a document of ${ROWS} rows`, () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  it.each(RECIPES)(
    'are those that docs/calls.md tells: %s',
    async (recipe) => {
      const { first, again } = await countCalls(desk, recipe, ROWS);
      expect({ recipe, calls: [...cells(first), ...cells(again)] }).toEqual({ recipe, calls: documented(recipe) });
      expect(again.hubspot.writes + again.pandadoc.writes).toBe(0);
    },
    60_000,
  );
});
