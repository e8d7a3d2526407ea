import { describe, expect, it } from '@jest/globals';
import { connectors } from '../testing/connectors.js';
import { makeRecipe, note, readDeal, readDocument } from '../testing/make-recipe.js';
import { fieldOfPath, sourcesAt, type Here } from './pills-in-scope.js';

const recipe = makeRecipe(
  [
    readDocument(),
    {
      id: 'check',
      kind: 'if',
      branches: [{ when: true, steps: [readDeal(), note('big')] }],
      else: [note('small')],
    },
    {
      id: 'each',
      kind: 'forEach',
      items: { filter: [{ var: 'steps.document.rows' }, { var: 'sku' }] },
      steps: [note('row')],
    },
    { id: 'attempt', kind: 'try', steps: [note('tried')], onError: [note('handled')] },
    note('last'),
  ],
  { settings: [{ key: 'pipeline', title: 'Pipeline', type: 'text' }] },
);

const pathsAt = (here: Here) =>
  sourcesAt(recipe, here, connectors).map(({ path, isUncertain }) => path + (isUncertain ? '?' : ''));

describe('a step can refer to', () => {
  it('what ran before it, nearest first, then the trigger, the settings and the run', () => {
    expect(pathsAt({ step: 'check' })).toEqual(['steps.document', 'trigger', 'settings', 'run']);
  });

  it('what ran before it in its own branch, and not what another branch does', () => {
    expect(pathsAt({ step: 'big' }).slice(0, 2)).toEqual(['steps.deal', 'steps.document']);
    expect(pathsAt({ step: 'small' })[0]).toBe('steps.document');
  });

  it('what a branch before it may have done, marked as uncertain', () => {
    expect(pathsAt({ step: 'each' }).slice(0, 4)).toEqual([
      'steps.small?',
      'steps.big?',
      'steps.deal?',
      'steps.document',
    ]);
  });

  it('the item inside a loop, and nothing but the count after it', () => {
    const inside = sourcesAt(recipe, { step: 'row' }, connectors);
    expect([...inside[0]!.field.members.keys()]).toEqual(['item', 'index']);
    expect(fieldOfPath('steps.each.item.name', inside)?.type).toBe('text');
    const after = sourcesAt(recipe, { step: 'attempt' }, connectors);
    expect([...after[0]!.field.members.keys()]).toEqual(['count']);
    expect(after.map(({ path }) => path)).not.toContain('steps.row');
  });

  it('the error inside onError, with what may have run before it', () => {
    const inside = sourcesAt(recipe, { step: 'handled' }, connectors);
    expect(inside.slice(0, 2).map(({ path }) => path)).toEqual(['steps.tried', 'steps.attempt']);
    expect([...fieldOfPath('steps.attempt.error', inside)!.members.keys()]).toEqual(['step', 'class', 'message']);
  });
});

it('lets the condition of the trigger see the event and the settings only', () => {
  expect(pathsAt('trigger')).toEqual(['trigger', 'settings']);
});

it('lets what a called recipe gives back see all that may have run, but not the turns of loops', () => {
  expect(pathsAt('end')).toEqual([
    ...['steps.last', 'steps.handled?', 'steps.tried?', 'steps.attempt', 'steps.each'],
    ...['steps.small?', 'steps.big?', 'steps.deal?', 'steps.document', 'trigger', 'settings', 'run'],
  ]);
});

it('knows what a called recipe gives back', () => {
  const caller = makeRecipe([{ id: 'call', kind: 'call', recipe: 'summary', input: {} }, note()]);
  const sources = sourcesAt(caller, { step: 'note' }, connectors, new Map([['summary', ['total']]]));
  expect(fieldOfPath('steps.call.total', sources)?.type).toBe('any');
  expect(fieldOfPath('steps.call.totl', sources)).toBeUndefined();
});

it('knows the document of a recipe for templates, whatever wakes it', () => {
  const woken = makeRecipe([note()], { trigger: { kind: 'event', connector: 'hubspot', trigger: 'deal_changed' } });
  const [trigger] = sourcesAt(woken, 'trigger', connectors);
  expect([...trigger!.field.members.keys()]).toContain('document_id');
});

it('tells what a pill is and where it comes from, through nulls and lists', () => {
  const sources = sourcesAt(recipe, { step: 'big' }, connectors);
  expect(fieldOfPath('steps.deal.company.name', sources)).toMatchObject({
    type: 'text',
    source: { path: 'steps.deal' },
  });
  expect(fieldOfPath('steps.document.rows.0.name', sources)?.type).toBe('text');
  expect(fieldOfPath('steps.document.rows.length', sources)?.type).toBe('number');
  expect(fieldOfPath('steps.deal.nothing', sources)).toBeUndefined();
});
