import { describe, expect, it } from '@jest/globals';
import type { Step } from '@tandem/recipes';
import { insertSteps } from '../model/commands.js';
import { TOP } from '../model/step-lists.js';
import { makeRecipe, note, readDeal } from '../testing/make-recipe.js';
import { type Box, type Graph, SIZE } from './graph.js';
import { toGraph } from './to-graph.js';

const check: Step = {
  id: 'check',
  kind: 'if',
  branches: [{ when: true, steps: [note('a'), note('b')] }],
  else: [{ id: 'each', kind: 'forEach', items: [], steps: [note('c')] }],
};
const attempt: Step = { id: 'attempt', kind: 'try', steps: [note('d')], onError: [] };
const recipe = makeRecipe([readDeal(), check, attempt]);
const graph = toGraph(recipe);

const boxOf = (id: string, of: Graph = graph): Box => of.nodes.find((node) => node.id === id)!.box;
const middle = ({ x, width }: Box): number => x + width / 2;

describe('what is drawn', () => {
  it('is a node for each step, and a line from each to the next', () => {
    expect(toGraph(makeRecipe([readDeal(), note()])).edges.map(({ id }) => id)).toEqual([
      'trigger->step:deal',
      'step:deal->step:note',
      'step:note->end',
    ]);
  });

  it('is a head for each way, also for an else that holds nothing', () => {
    const bare = toGraph(makeRecipe([{ ...check, else: undefined }]));
    expect(bare.nodes.filter(({ kind }) => kind === 'way').map(({ id }) => id)).toEqual([
      'way:check/branches/0/steps',
      'way:check/else',
    ]);
  });

  it('offers every place for a new step exactly once', () => {
    const places = graph.edges.flatMap(({ insert }) => (insert ? [insert.place] : []));
    expect(places.map(({ holder, slot, index }) => `${holder ?? ''} ${slot} ${index}`).sort()).toEqual(
      [
        ...[0, 1, 2, 3].map((index) => ` steps ${index}`),
        ...[0, 1, 2].map((index) => `check branches/0/steps ${index}`),
        ...[0, 1].map((index) => `check else ${index}`),
        ...[0, 1].map((index) => `each steps ${index}`),
        ...[0, 1].map((index) => `attempt steps ${index}`),
        'attempt onError 0',
      ].sort(),
    );
  });

  it('keeps the ids of all nodes when a step is put in', () => {
    const before = graph.nodes.map(({ id }) => id);
    const after = toGraph(insertSteps(recipe, { ...TOP, index: 1 }, [note('new')]).recipe).nodes.map(({ id }) => id);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('marks the line after a stop as one that nothing passes', () => {
    const stopping = toGraph(makeRecipe([{ id: 'stop', kind: 'stop', outcome: 'failed', message: '' }]));
    expect(stopping.edges.map(({ isDead }) => isDead === true)).toEqual([false, true]);
  });
});

describe('the layout', () => {
  it('goes down one line, on which ways are centred', () => {
    expect([boxOf('step:deal'), boxOf('step:check'), boxOf('join:check'), boxOf('step:attempt')].map(middle)).toEqual([
      0, 0, 0, 0,
    ]);
    expect(middle(boxOf('step:a'))).toBe(middle(boxOf('way:check/branches/0/steps')));
    expect(middle(boxOf('step:b'))).toBe(middle(boxOf('step:a')));
  });

  it('holds what is inside a loop or a try within its frame', () => {
    const holds = (outer: Box, inner: Box): boolean =>
      inner.x >= outer.x &&
      inner.y >= outer.y &&
      inner.x + inner.width <= outer.x + outer.width &&
      inner.y + inner.height <= outer.y + outer.height;
    expect(holds(boxOf('frame:each'), boxOf('step:c'))).toBe(true);
    expect(holds(boxOf('frame:attempt'), boxOf('step:d'))).toBe(true);
    expect(holds(boxOf('frame:attempt'), boxOf('way:attempt/onError'))).toBe(true);
  });

  it('lets no two nodes overlap but a frame and what it holds', () => {
    const solid = toGraph(large(60)).nodes.filter(({ kind }) => kind !== 'frame');
    for (const [index, { box: a }] of solid.entries()) {
      for (const { box: b } of solid.slice(index + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('leaves room for a line and its + between steps', () => {
    expect(boxOf('step:check').y - (boxOf('step:deal').y + SIZE.step.height)).toBe(SIZE.gap);
  });

  it('lays out 200 steps in a few milliseconds', () => {
    const many = large(200);
    toGraph(many);
    const start = performance.now();
    for (let round = 0; round < 20; round += 1) toGraph(many);
    expect((performance.now() - start) / 20).toBeLessThan(20);
  });
});

/** A recipe of about so many steps, with ways, loops and tries inside each other. */
function large(count: number) {
  let made = 0;
  const fill = (depth: number): Step[] => {
    const steps: Step[] = [];
    while (made < count && steps.length < 6) {
      const id = `s${(made += 1)}`;
      if (depth < 4 && made % 5 === 0)
        steps.push({ id, kind: 'if', branches: [{ when: true, steps: fill(depth + 1) }], else: fill(depth + 1) });
      else if (depth < 4 && made % 7 === 0) steps.push({ id, kind: 'forEach', items: [], steps: fill(depth + 1) });
      else if (depth < 4 && made % 11 === 0)
        steps.push({ id, kind: 'try', steps: fill(depth + 1), onError: fill(depth + 1) });
      else steps.push(note(id));
    }
    return steps;
  };
  const steps: Step[] = [];
  while (made < count) steps.push(...fill(0));
  return makeRecipe(steps);
}
