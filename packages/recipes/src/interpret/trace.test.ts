import { describe, expect, it } from '@jest/globals';
import type { Json } from '../json.js';
import type { Step } from '../schema/step.js';
import { act, makeRecipe } from '../testing/make-recipe.js';
import type { RunScope } from './interpret.js';
import type { JournalEntry } from './journal.js';
import { traceRun } from './trace.js';

const scope: RunScope = {
  trigger: { amount: 5, rows: ['a', 'b', 'c'] },
  settings: {},
  run: { id: 'run_1', started_at: '2026-01-01T00:00:00.000Z' },
};
const output = (path: string, value: Json = {}): JournalEntry => ({ path, kind: 'output', output: value });
const error = (path: string): JournalEntry => ({ path, kind: 'error', error: { class: 'conflict', message: 'no' } });
const at = (path: string): Json => ({ var: path });

/** As "path status ways", in the order in which the run came by. */
const trace = (steps: Step[], journal: JournalEntry[] = []): string[] =>
  [...traceRun(makeRecipe(steps), scope, journal).values()].map(({ path, status, ways }) =>
    [path, status, ...ways].join(' '),
  );

const choice: Step = {
  kind: 'if',
  id: 'choice',
  branches: [
    { when: { '>': [at('trigger.amount'), 10] }, steps: [act('large')] },
    { when: { '>': [at('trigger.amount'), 3] }, steps: [] },
  ],
  else: [act('small')],
};
const loop: Step = { kind: 'forEach', id: 'each', items: at('trigger.rows'), steps: [act('update')] };
const attempt: Step = { kind: 'try', id: 'attempt', steps: [act('risky')], onError: [act('note')] };

describe('a trace', () => {
  it('holds what the run came by, up to the step whose answer is still to come', () => {
    expect(trace([act('one'), act('two'), act('three')], [output('one')])).toEqual(['one done', 'two open']);
  });

  it('tells the way that was taken, also where nothing is on it', () => {
    expect(trace([choice, act('after')])).toEqual(['choice done branches/1/steps', 'after open']);
  });

  it('tells each item of a loop, and how many there are before they have all had their turn', () => {
    const steps = traceRun(makeRecipe([loop]), scope, [output('each[0].update')]);
    expect([...steps.values()]).toMatchObject([
      { path: 'each', status: 'open', items: 3, ways: ['steps'] },
      { path: 'each[0].update', stepId: 'update', status: 'done' },
      { path: 'each[1].update', status: 'open' },
    ]);
  });

  it('tells a step that went wrong from those around it', () => {
    expect(trace([loop], [output('each[0].update'), error('each[1].update')])).toEqual([
      'each broken_off steps',
      'each[0].update done',
      'each[1].update failed',
    ]);
  });

  it('tells that an error was caught', () => {
    expect(trace([attempt], [error('risky'), output('note')])).toEqual([
      'attempt done steps onError',
      'risky failed',
      'note done',
    ]);
  });

  it('says why a step failed that the journal knows nothing of', () => {
    const broken: Step = { kind: 'forEach', id: 'each', items: at('trigger.amount'), steps: [act('update')] };
    expect([...traceRun(makeRecipe([broken]), scope, []).values()]).toEqual([
      expect.objectContaining({ path: 'each', status: 'failed', problem: expect.stringContaining('must be a list') }),
    ]);
  });

  it('tells a stop that fails the run from one that ends it well', () => {
    const stop = (outcome: 'succeeded' | 'failed'): Step => ({ kind: 'stop', id: 'end', outcome, message: 'so' });
    expect(trace([stop('failed'), act('after')])).toEqual(['end failed']);
    expect(trace([stop('succeeded'), act('after')])).toEqual(['end done']);
  });

  it('leaves out what is switched off in the recipe', () => {
    expect(trace([{ ...act('off'), skip: true }, act('on')])).toEqual(['on open']);
  });
});
