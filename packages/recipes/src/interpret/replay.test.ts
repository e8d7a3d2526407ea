import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../json.js';
import type { Recipe } from '../schema/recipe.js';
import type { Step, Wait } from '../schema/step.js';
import { act, makeRecipe } from '../testing/make-recipe.js';
import type { Command, End } from './command.js';
import { interpret, nextCommand, type RunScope } from './interpret.js';
import type { JournalEntry } from './journal.js';

const scope: RunScope = {
  trigger: { status: 'document.sent', list: [1, 2, 3], flag: true },
  settings: { on: false },
  run: { id: 'run_1', started_at: '2026-01-01T00:00:00.000Z' },
};

const ids = ['a', 'b', 'c', 'd'];
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(1, 0, 'x', null, [1, 2], { k: 'v' }),
  fc.constantFrom('trigger.status', 'trigger.flag', 'settings.on', 'run.id').map((path) => ({ var: path })),
  fc.constantFrom(...ids).map((id) => ({ var: `steps.${id}.value` })),
  fc.constantFrom<Json>({ '/': [1, { var: 'steps.a.value' }] }, { lower: { var: 'trigger.list' } }),
);
const list: fc.Arbitrary<Json> = fc.oneof(fc.constantFrom<Json>([], [1], [1, 2, 3], { var: 'trigger.list' }), value);

/** Recipes of all step kinds; ids are made unique afterwards. */
const recipes: fc.Arbitrary<Recipe> = fc
  .letrec<{ steps: Step[]; step: Step }>((tie) => ({
    steps: fc.array(tie('step'), { maxLength: 3 }),
    step: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ x: value }).map((input): Step => act('a', input)),
      fc.record({ x: value }).map((input): Step => ({ ...act('a', input), skip: true })),
      value.map((when): Step => ({
        kind: 'wait',
        id: 'a',
        for: { kind: 'event', connector: 'c', trigger: 't', when, deadline_seconds: 60 },
      })),
      fc
        .constantFrom<Wait['for']>({ kind: 'seconds', seconds: 5 }, { kind: 'until', at: '2026-02-01' })
        .map((what): Step => ({ kind: 'wait', id: 'a', for: what })),
      fc
        .tuple(fc.constantFrom('succeeded' as const, 'failed' as const), value)
        .map(([outcome, message]): Step => ({ kind: 'stop', id: 'a', outcome, message })),
      value.map((x): Step => ({ kind: 'call', id: 'a', recipe: 'other', input: { x } })),
      fc.tuple(value, tie('steps'), tie('steps')).map(([when, steps, otherwise]): Step => ({
        kind: 'if',
        id: 'a',
        branches: [{ when, steps }],
        else: otherwise,
      })),
      fc.tuple(list, tie('steps')).map(([items, steps]): Step => ({ kind: 'forEach', id: 'a', items, steps })),
      fc.tuple(tie('steps'), tie('steps')).map(([steps, onError]): Step => ({ kind: 'try', id: 'a', steps, onError })),
    ),
  }))
  .steps.map((steps) => makeRecipe(withUniqueIds(steps)));

function withUniqueIds(steps: Step[], counter = { next: 0 }): Step[] {
  return steps.map((step): Step => {
    const number = counter.next++;
    const id = ids[number] ?? `s${number}`;
    const inside = (inner: Step[]): Step[] => withUniqueIds(inner, counter);
    if (step.kind === 'if') {
      const branches = step.branches.map((branch) => ({ ...branch, steps: inside(branch.steps) }));
      return { ...step, id, branches, else: inside(step.else ?? []) };
    }
    if (step.kind === 'try') return { ...step, id, steps: inside(step.steps), onError: inside(step.onError) };
    return step.kind === 'forEach' ? { ...step, id, steps: inside(step.steps) } : { ...step, id };
  });
}

/** What the world answers to the n-th command. */
type Outcome = { fails: boolean; value: Json };
const outcomes = fc.array(fc.record({ fails: fc.boolean(), value: fc.constantFrom<Json>(0, 1, 'x', null, [1]) }), {
  minLength: 8,
  maxLength: 8,
});

function answer(command: Command, { fails, value: given }: Outcome): JournalEntry {
  const { path } = command;
  if (command.kind === 'begin_wait') return { path, kind: 'waiting', since: '2026-01-01T10:00:00.000Z' };
  if (command.kind === 'wait')
    return { path, kind: 'waited', event: fails ? null : { value: given }, timed_out: fails };
  if (fails) return { path, kind: 'error', error: { class: 'conflict', message: 'no' } };
  return { path, kind: 'output', output: { value: given } };
}

/** Every command of a run with the journal before it, and how it ended. */
function play(
  recipe: Recipe,
  answers: Outcome[],
): { steps: { command: Command; before: number }[]; journal: JournalEntry[]; end: End } {
  const run = interpret(recipe, scope);
  const journal: JournalEntry[] = [];
  const steps: { command: Command; before: number }[] = [];
  let next = run.next();
  while (!next.done) {
    steps.push({ command: next.value, before: journal.length });
    const entry = answer(next.value, answers[journal.length % answers.length]!);
    journal.push(entry);
    next = run.next(entry);
  }
  return { steps, journal, end: next.value };
}

describe('replaying', () => {
  it('any prefix of a journal gives the command that came next, and the whole journal gives the end', () => {
    fc.assert(
      fc.property(recipes, outcomes, (recipe, answers) => {
        const { steps, journal, end } = play(recipe, answers);
        for (const { command, before } of steps) {
          expect(nextCommand(recipe, scope, journal.slice(0, before))).toEqual(command);
        }
        expect(nextCommand(recipe, scope, journal)).toEqual(end);
      }),
      { numRuns: 500 },
    );
  });

  it('a journal that went through JSON, in another order, gives the same', () => {
    fc.assert(
      fc.property(recipes, outcomes, fc.nat(), (recipe, answers, cut) => {
        const { journal } = play(recipe, answers);
        const prefix = journal.slice(0, cut % (journal.length + 1));
        const stored = JSON.parse(JSON.stringify(prefix.toReversed())) as JournalEntry[];
        expect(nextCommand(recipe, scope, stored)).toEqual(nextCommand(recipe, scope, prefix));
      }),
      { numRuns: 300 },
    );
  });

  it('never asks twice for the same path', () => {
    fc.assert(
      fc.property(recipes, outcomes, (recipe, answers) => {
        const asked = play(recipe, answers).steps.map(({ command }) => `${command.kind} ${command.path}`);
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns: 300 },
    );
  });

  it('goes on incrementally where the stored journal stops', () => {
    fc.assert(
      fc.property(recipes, outcomes, fc.nat(), (recipe, answers, cut) => {
        const { journal, end } = play(recipe, answers);
        const stored = journal.slice(0, cut % (journal.length + 1));
        const run = interpret(recipe, scope, stored);
        let next = run.next();
        for (const entry of journal.slice(stored.length)) next = run.next(entry);
        expect(next).toEqual({ done: true, value: end });
      }),
      { numRuns: 300 },
    );
  });
});
