import { describe, expect, it } from '@jest/globals';
import type { Json } from '../json.js';
import type { Recipe } from '../schema/recipe.js';
import type { Step } from '../schema/step.js';
import { act, makeRecipe } from '../testing/make-recipe.js';
import type { Command, End, WaitCommand } from './command.js';
import { eventMatches } from './event-matches.js';
import { interpret, nextCommand, type RunScope } from './interpret.js';
import type { JournalEntry } from './journal.js';

const scope: RunScope = {
  trigger: { document_id: 'doc_1', status: 'document.sent' },
  settings: {},
  run: { id: 'run_1', started_at: '2026-01-01T00:00:00.000Z' },
};

const at = (path: string): Json => ({ var: path });
const output = (path: string, value: Json): JournalEntry => ({ path, kind: 'output', output: value });
const error = (path: string, message = 'no'): JournalEntry => ({
  path,
  kind: 'error',
  error: { class: 'conflict', message },
});
const next = (steps: Step[] | Recipe, journal: JournalEntry[] = []): Command | End =>
  nextCommand(Array.isArray(steps) ? makeRecipe(steps) : steps, scope, journal);
const stop = (outcome: 'succeeded' | 'failed', message: Json): Step => ({ kind: 'stop', id: 'end', outcome, message });

describe('actions', () => {
  const steps = [act('document', { id: at('trigger.document_id') }), act('deal', { name: at('steps.document.name') })];

  it('are asked for in order, with inputs made from what came before', () => {
    expect(next(steps)).toEqual({ kind: 'perform', path: 'document', step: steps[0], input: { id: 'doc_1' } });
    expect(next(steps, [output('document', { name: 'Offer' })])).toMatchObject({
      path: 'deal',
      input: { name: 'Offer' },
    });
    expect(next(steps, [output('document', {}), output('deal', {})])).toEqual({ kind: 'succeeded' });
  });

  it('fail the run in the words of their error', () => {
    expect(next(steps, [error('document', 'The document is gone')])).toEqual({
      kind: 'failed',
      message: 'The document is gone',
      path: 'document',
      error: { class: 'conflict', message: 'The document is gone', pointer: '/steps/0' },
    });
  });

  it('go on after a retry, whose entry comes later in the journal', () => {
    expect(next(steps, [error('document'), output('document', {})])).toMatchObject({ path: 'deal' });
  });

  it('take an input that is named like an operator', () => {
    expect(next([act('note', { text: 'hi' })])).toMatchObject({ input: { text: 'hi' } });
  });

  it('fail with the place in the recipe when an input cannot be evaluated', () => {
    expect(next([act('a', { when: { list: [{ date_add: ['soon', 1, 'days'] }, 1] } })])).toMatchObject({
      kind: 'failed',
      path: 'a',
      error: { class: 'validation', pointer: '/steps/0/input/when/list/0/date_add' },
    });
  });

  it('are passed over when they are to be skipped', () => {
    expect(next([{ ...act('a'), skip: true }, act('b')])).toMatchObject({ path: 'b' });
  });
});

describe('if', () => {
  const branchy: Step = {
    kind: 'if',
    id: 'which',
    branches: [
      { when: { '==': [at('trigger.status'), 'document.draft'] }, steps: [act('draft')] },
      { when: { '==': [at('trigger.status'), 'document.sent'] }, steps: [act('sent')] },
      { when: { '/': [1, 0] }, steps: [] },
    ],
    else: [act('other')],
  };

  it('runs the first branch that holds and looks at no later condition', () => {
    expect(next([branchy])).toMatchObject({ path: 'sent' });
  });

  it('runs the else steps where no branch holds', () => {
    expect(next([{ ...branchy, branches: branchy.branches.slice(0, 1) }])).toMatchObject({ path: 'other' });
  });

  it('shows a branch to the steps after it', () => {
    expect(next([branchy, act('b', { x: at('steps.sent.x') })], [output('sent', { x: 1 })])).toMatchObject({
      input: { x: 1 },
    });
  });
});

describe('forEach', () => {
  const loop: Step = {
    kind: 'forEach',
    id: 'each',
    items: [{ n: 1 }, { n: 2 }],
    steps: [
      act('read', { n: at('steps.each.item.n'), i: at('steps.each.index') }),
      act('write', { x: at('steps.read.x') }),
    ],
  };

  it('runs its steps once per item, each with a path of its own', () => {
    expect(next([loop])).toMatchObject({ path: 'each[0].read', input: { n: 1, i: 0 } });
    const first = [output('each[0].read', { x: 'a' }), output('each[0].write', {})];
    expect(next([loop], first)).toMatchObject({ path: 'each[1].read', input: { n: 2, i: 1 } });
  });

  it('hides the outputs of one item from the next and from the steps after the loop', () => {
    const after = act('after', { x: at('steps.read'), count: at('steps.each.count'), item: at('steps.each.item') });
    const journal = ['each[0].read', 'each[0].write', 'each[1].read', 'each[1].write'].map((path) =>
      output(path, { x: 1 }),
    );
    expect(next([loop, after], journal)).toMatchObject({ path: 'after', input: { x: null, count: 2, item: null } });
  });

  it('nests', () => {
    const nested: Step = {
      kind: 'forEach',
      id: 'outer',
      items: [[1], [2, 3]],
      steps: [
        {
          kind: 'forEach',
          id: 'inner',
          items: at('steps.outer.item'),
          steps: [act('a', { x: at('steps.inner.item') })],
        },
      ],
    };
    const journal = [output('outer[0].inner[0].a', {}), output('outer[1].inner[0].a', {})];
    expect(next([nested], journal)).toMatchObject({ path: 'outer[1].inner[1].a', input: { x: 3 } });
  });

  it.each<[Json, RegExp]>([
    [null, /must be a list, and are nothing/],
    ['abc', /must be a list, and are text/],
    [Array.from({ length: 10_001 }, () => 0), /10001 items; a loop takes at most 10000/],
  ])('refuses what is no list or too long a one', (items, message) => {
    expect(next([{ ...loop, items }])).toMatchObject({
      kind: 'failed',
      path: 'each',
      message: expect.stringMatching(message),
    });
  });

  it('within loops that do nothing comes to an end', () => {
    const items: Json = { literal: Array.from({ length: 10_000 }, () => 0) };
    const spin: Step = { kind: 'forEach', id: 'a', items, steps: [{ kind: 'forEach', id: 'b', items, steps: [] }] };
    expect(next([spin])).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('500000 steps and loop items'),
    });
    const caught: Step = { kind: 'try', id: 't', steps: [spin], onError: [] };
    expect(next([caught])).toMatchObject({ kind: 'failed' });
  });
});

describe('try', () => {
  const attempt: Step = {
    kind: 'try',
    id: 'attempt',
    steps: [act('a'), act('b')],
    onError: [act('tell', { e: at('steps.attempt.error') })],
  };

  it('hands a failure to onError with its step, class and message', () => {
    expect(next([attempt], [output('a', {}), error('b', 'taken')])).toMatchObject({
      path: 'tell',
      input: { e: { step: 'b', class: 'conflict', message: 'taken' } },
    });
  });

  it('skips onError when nothing fails, and goes on either way', () => {
    const after = act('after', { e: at('steps.attempt.error') });
    expect(next([attempt, after], [output('a', {}), output('b', {})])).toMatchObject({
      path: 'after',
      input: { e: null },
    });
    expect(next([attempt, after], [error('a'), output('tell', {})])).toMatchObject({ path: 'after' });
  });

  it('hands over an expression that cannot be evaluated, too', () => {
    const broken: Step = { ...attempt, steps: [act('a', { x: { '/': [1, 0] } })] };
    expect(next([broken])).toMatchObject({ path: 'tell', input: { e: { step: 'a', class: 'validation' } } });
  });

  it('does not catch a stop, nor an error of onError itself', () => {
    expect(next([{ ...attempt, steps: [stop('failed', 'enough')] }])).toEqual({
      kind: 'failed',
      message: 'enough',
      path: 'end',
    });
    expect(next([attempt], [error('a'), error('tell', 'again')])).toMatchObject({
      kind: 'failed',
      message: 'again',
      path: 'tell',
    });
  });
});

describe('stop', () => {
  it('ends the run with its message', () => {
    const message = { cat: ['It is ', at('trigger.status')] };
    expect(next([stop('succeeded', message), act('never')])).toEqual({
      kind: 'succeeded',
      message: 'It is document.sent',
    });
    expect(next([stop('failed', 3)])).toMatchObject({ kind: 'failed', message: '3' });
  });
});

describe('wait', () => {
  const pause = (what: Extract<Step, { kind: 'wait' }>['for']): Step => ({ kind: 'wait', id: 'pause', for: what });
  const since: JournalEntry = { path: 'pause', kind: 'waiting', since: '2026-01-01T10:00:00.000Z' };

  it('counts seconds from the instant that the journal says it began', () => {
    const steps = [pause({ kind: 'seconds', seconds: { '*': [2, 60] } }), act('after', { w: at('steps.pause') })];
    expect(next(steps)).toMatchObject({ kind: 'begin_wait', path: 'pause' });
    expect(next(steps, [since])).toMatchObject({
      kind: 'wait',
      for: { kind: 'until', at: '2026-01-01T10:02:00.000Z' },
    });
    const waited: JournalEntry = { path: 'pause', kind: 'waited', event: null, timed_out: false };
    expect(next(steps, [since, waited])).toMatchObject({ input: { w: { event: null, timed_out: false } } });
  });

  it('until an instant needs no beginning', () => {
    expect(next([pause({ kind: 'until', at: '2026-02-01T01:00:00+01:00' })])).toMatchObject({
      kind: 'wait',
      for: { at: '2026-02-01T00:00:00.000Z' },
    });
    expect(next([pause({ kind: 'until', at: 'noon' })])).toMatchObject({
      kind: 'failed',
      error: { pointer: '/steps/0/for/at' },
    });
  });

  it('for an event knows which one it means', () => {
    const when = {
      and: [{ '==': [at('event.document_id'), at('trigger.document_id')] }, { '==': [at('steps.a.x'), 1] }],
    };
    const steps = [
      act('a'),
      pause({ kind: 'event', connector: 'pandadoc', trigger: 'pdf_ready', when, deadline_seconds: 5 }),
    ];
    const command = next(steps, [output('a', { x: 1 }), since]) as WaitCommand;
    if (command.for.kind !== 'event') throw new Error('not an event');
    expect(command.for).toMatchObject({
      connector: 'pandadoc',
      trigger: 'pdf_ready',
      deadline: '2026-01-01T10:00:05.000Z',
    });
    expect(eventMatches(command.for, { document_id: 'doc_1' })).toBe(true);
    expect(eventMatches(command.for, { document_id: 'doc_2' })).toBe(false);
  });

  it.each<Json>([-1, 'long', null, 1e9])('refuses %j seconds', (seconds) => {
    expect(next([pause({ kind: 'seconds', seconds })])).toMatchObject({
      kind: 'failed',
      path: 'pause',
      error: { class: 'validation' },
    });
  });
});

describe('call', () => {
  it('asks for the other recipe and shows what it gave back', () => {
    const steps: Step[] = [
      { kind: 'call', id: 'sub', recipe: 'other', input: { id: at('trigger.document_id') } },
      act('a', { x: at('steps.sub.x') }),
    ];
    expect(next(steps)).toMatchObject({ kind: 'call', path: 'sub', recipe: 'other', input: { id: 'doc_1' } });
    expect(next(steps, [output('sub', { x: 9 })])).toMatchObject({ path: 'a', input: { x: 9 } });
    expect(next(steps, [error('sub', 'failed inside')])).toMatchObject({
      kind: 'failed',
      path: 'sub',
      message: 'failed inside',
    });
  });

  it('gives its caller the output that its trigger declares', () => {
    const callee = (expression: Json): Recipe =>
      makeRecipe([act('a')], { trigger: { kind: 'call', input: {}, output: { doubled: expression } } });
    const journal = [output('a', { x: 2 })];
    expect(next(callee({ '*': [at('steps.a.x'), 2] }), journal)).toEqual({ kind: 'succeeded', output: { doubled: 4 } });
    expect(next(callee({ '/': [1, 0] }), journal)).toMatchObject({
      kind: 'failed',
      error: { pointer: '/trigger/output/doubled/~1' },
    });
  });
});

describe('the interpreter', () => {
  it('refuses an answer that does not fit the command', () => {
    const run = interpret(makeRecipe([act('a')]), scope);
    run.next();
    expect(() => run.next(output('b', {}))).toThrow('"perform" at a cannot be answered by "output" at b');
  });

  it('takes a thousand items of three steps in time proportional to their number', () => {
    const steps = [act('x'), act('y', { i: at('steps.each.index') }), act('z', { i: at('steps.each.item') })];
    const timeFor = (count: number): number => {
      const items = Array.from({ length: count }, (_, index) => index);
      const run = interpret(makeRecipe([{ kind: 'forEach', id: 'each', items: { literal: items }, steps }]), scope);
      const began = performance.now();
      let answered = 0;
      for (let step = run.next(); !step.done; step = run.next(output(step.value.path, {}))) answered += 1;
      expect(answered).toBe(3 * count);
      return performance.now() - began;
    };
    const best = (count: number): number => Math.min(...[1, 2, 3].map(() => timeFor(count)));
    const [small, large] = [best(1000), best(8000)];
    expect(large).toBeLessThan(8 * 5 * Math.max(small, 2)); // Eight times the square would be 64 times as long.
  });
});
