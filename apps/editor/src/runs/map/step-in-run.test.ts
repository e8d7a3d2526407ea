import { describe, expect, it } from '@jest/globals';
import type { Recipe, Step } from '@tandem/recipes';
import type { Run } from '../../api/generated/types.gen.js';
import { toGraph } from '../../recipe/graph/to-graph.js';
import { makeRecipe, note } from '../../recipe/testing/make-recipe.js';
import { failure, makeRun, makeStep } from '../testing/make-run.js';
import { itemStatuses } from './item-statuses.js';
import { replayRun } from './replay-run.js';
import { stepsInRun, tellingItem } from './step-in-run.js';
import { wayWalked } from './way-walked.js';

const check: Step = {
  id: 'check',
  kind: 'if',
  branches: [{ when: { '>': [{ var: 'trigger.amount' }, 10] }, steps: [note('large')] }],
  else: [note('small')],
};
const each: Step = { id: 'each', kind: 'forEach', items: { var: 'trigger.rows' }, steps: [note('row')] };

function look(recipe: Recipe, run: Run, items: Record<string, number> = {}) {
  const trace = replayRun(recipe, run);
  const steps = stepsInRun(recipe, run, trace, (loop) => items[loop] ?? tellingItem(trace, loop));
  return { trace, steps, walked: [...wayWalked(toGraph(recipe), steps)] };
}
const statuses = (recipe: Recipe, run: Run, items?: Record<string, number>) =>
  Object.fromEntries([...look(recipe, run, items).steps].map(([id, { status }]) => [id, status]));

describe('a step in a run', () => {
  it('is passed over on a way that was not taken, and done on the one that was', () => {
    expect(statuses(makeRecipe([check]), makeRun({ steps: [makeStep('small')] }))).toEqual({
      check: 'done',
      large: 'passed_over',
      small: 'done',
    });
  });

  it('is ahead while the run may still come to it', () => {
    const run = makeRun({ status: 'running', finished_at: null, steps: [makeStep('a')] });
    expect(statuses(makeRecipe([note('a'), note('b'), note('c')]), run)).toEqual({
      a: 'done',
      b: 'running',
      c: 'ahead',
    });
  });

  it('waits where its retry is still to come', () => {
    const row = makeStep('a', { status: 'waiting', finished_at: null, attempts: 2 });
    const run = makeRun({ status: 'waiting', finished_at: null, steps: [row] });
    expect(statuses(makeRecipe([note('a')]), run)).toEqual({ a: 'waiting' });
  });

  it('is cut short where the run was cancelled', () => {
    const row = makeStep('a', { status: 'waiting', finished_at: null });
    expect(statuses(makeRecipe([note('a')]), makeRun({ status: 'cancelled', steps: [row] }))).toEqual({
      a: 'cut_short',
    });
  });

  it('is not reached at all in a run that never began', () => {
    const run = makeRun({ status: 'skipped', started_at: null });
    expect(statuses(makeRecipe([note('a')]), run)).toEqual({ a: 'passed_over' });
  });

  it('is told from the journal alone where that does not fit the recipe', () => {
    const odd = makeStep('a', { kind: 'wait', output: { event: null, timed_out: false } });
    const { trace } = look(makeRecipe([note('a')]), makeRun({ steps: [odd] }));
    expect(trace.get('a')).toMatchObject({ status: 'done' });
  });
});

describe('a loop in a run', () => {
  const recipe = makeRecipe([each]);
  const failed = makeStep('each[1].row', { status: 'failed', error: failure('each[1].row') });
  const run = makeRun({ status: 'failed', error: failure('each[1].row'), steps: [makeStep('each[0].row'), failed] });

  it('shows the item that went wrong, unless another is chosen', () => {
    expect(statuses(recipe, run)).toEqual({ each: 'cut_short', row: 'failed' });
    expect(statuses(recipe, run, { each: 0 })).toMatchObject({ row: 'done' });
    expect(statuses(recipe, run, { each: 2 })).toMatchObject({ row: 'passed_over' });
  });

  it('tells how each of its items went', () => {
    expect(itemStatuses(look(recipe, run).trace, 'each', 3)).toEqual(['done', 'failed', undefined]);
  });
});

describe('the way that a run went', () => {
  it('goes along the taken way to the end, and leaves the other', () => {
    const { walked } = look(makeRecipe([check]), makeRun({ steps: [makeStep('small')] }));
    expect(walked).toEqual([
      'trigger->step:check',
      'step:check->way:check/else',
      'way:check/else',
      'way:check/else->step:small',
      'step:small->join:check',
      'join:check->end',
    ]);
  });

  it('ends where a step failed', () => {
    const row = makeStep('a', { status: 'failed', error: failure('a') });
    const run = makeRun({ status: 'failed', error: failure('a'), steps: [row] });
    expect(look(makeRecipe([note('a'), note('b')]), run).walked).toEqual(['trigger->step:a']);
  });

  it('goes past a loop over nothing and a step that is switched off', () => {
    const recipe = makeRecipe([
      { ...each, items: [] },
      { ...check, skip: true },
    ]);
    const { walked } = look(recipe, makeRun());
    expect(walked).toEqual(['trigger->step:each', 'join:each->step:check', 'join:check->end']);
  });

  it('ends at a stop', () => {
    const stop: Step = { id: 'stop', kind: 'stop', outcome: 'succeeded', message: 'enough' };
    const recipe = makeRecipe([{ ...check, else: [stop] }, note('after')]);
    expect(look(recipe, makeRun()).walked).not.toContain('join:check->step:after');
  });
});
