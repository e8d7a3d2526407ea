import { describe, expect, it } from '@jest/globals';
import type { Json, JsonObject } from '../json.js';
import type { Recipe } from '../schema/recipe.js';
import type { Step } from '../schema/step.js';
import { catalogue } from '../testing/catalogue.js';
import { makeRecipe } from '../testing/make-recipe.js';
import type { Issue } from './issue.js';
import { validateRecipe } from './validate-recipe.js';

type Wanted = Partial<Record<keyof Issue, unknown>>;

const at = (path: string): Json => ({ var: path });
const check = (steps: Step[], changes: Partial<Recipe> = {}): Issue[] =>
  validateRecipe(makeRecipe(steps, changes), catalogue);

const read: Step = {
  kind: 'action',
  id: 'document',
  connector: 'pandadoc',
  action: 'get_document',
  input: { document_id: at('trigger.document_id') },
};
const note = (body: Json, id = 'note'): Step => ({
  kind: 'action',
  id,
  connector: 'hubspot',
  action: 'create_note',
  input: { deal_id: at('trigger.deal_id'), body },
});
const act = (action: string, input: JsonObject, connector = 'hubspot'): Step => ({
  kind: 'action',
  id: 'act',
  connector,
  action,
  input,
});

describe('references', () => {
  const cases: [string, Step[], Wanted][] = [
    [
      'to a step that runs later',
      [note(at('steps.document.name')), read],
      { pointer: '/steps/0/input/body', message: expect.stringContaining('has not run here') },
    ],
    [
      'to itself',
      [{ ...read, input: { document_id: at('steps.document.id') } }],
      { pointer: '/steps/0/input/document_id' },
    ],
    [
      'to a step that does not exist',
      [read, note(at('steps.documnt.name'))],
      { message: 'There is no step "documnt"', suggestion: 'steps.document.name' },
    ],
    [
      'to an unknown field',
      [read, note({ cat: ['x', at('steps.document.nmae')] })],
      { pointer: '/steps/1/input/body/cat/1', suggestion: 'steps.document.name' },
    ],
    [
      'to an unknown field of an element',
      [read, note(at('steps.document.rows.0.prize'))],
      { suggestion: 'steps.document.rows.0.price' },
    ],
    ['to an unknown field of the trigger', [note(at('trigger.documentid'))], { suggestion: 'trigger.document_id' }],
    ['to an unknown setting', [note(at('settings.x'))], { message: '"settings" has no field "x"' }],
    ['to an unknown root', [note(at('step.document'))], { suggestion: 'steps.document' }],
    [
      'to an event outside a wait',
      [note(at('event.id'))],
      { message: expect.stringContaining('"event" is none of them') },
    ],
    [
      'out of a loop',
      [{ kind: 'forEach', id: 'each', items: [1], steps: [note('x', 'inner')] }, note(at('steps.inner.note_id'))],
      { pointer: '/steps/1/input/body' },
    ],
    [
      'to the item after the loop',
      [{ kind: 'forEach', id: 'each', items: [1], steps: [] }, note(at('steps.each.item'))],
      { message: '"steps.each" has no field "item"' },
    ],
    [
      'to an unknown field of an item',
      [
        read,
        { kind: 'forEach', id: 'each', items: at('steps.document.rows'), steps: [note(at('steps.each.item.nam'))] },
      ],
      { suggestion: 'steps.each.item.name' },
    ],
    [
      'to a sibling branch',
      [
        {
          kind: 'if',
          id: 'which',
          branches: [
            { when: true, steps: [note('x', 'one')] },
            { when: true, steps: [note(at('steps.one.note_id'))] },
          ],
        },
      ],
      { pointer: '/steps/0/branches/1/steps/0/input/body' },
    ],
  ];
  it.each(cases)('%s are refused', (_, steps, issue) => {
    expect(check(steps)).toEqual([expect.objectContaining({ severity: 'error', ...issue })]);
  });

  it('from a trigger reach the trigger and the settings alone', () => {
    const trigger = {
      kind: 'event' as const,
      connector: 'pandadoc',
      trigger: 'pdf_ready',
      condition: { and: [at('steps.document.id'), at('run.id'), at('trigger.status')] },
    };
    expect(check([read], { trigger }).map(({ pointer }) => pointer)).toEqual([
      '/trigger/condition/and/0',
      '/trigger/condition/and/1',
    ]);
  });

  const maybe: Step = {
    kind: 'if',
    id: 'which',
    branches: [{ when: at('trigger.status'), steps: [note('x', 'one')] }],
    else: [note('y', 'two')],
  };

  it('to a step that runs on some ways through are warned about, unless the expression can do without', () => {
    expect(check([maybe, note(at('steps.one.note_id'))])).toMatchObject([
      { severity: 'warning', pointer: '/steps/1/input/body' },
    ]);
    expect(check([maybe, note({ coalesce: [at('steps.one.note_id'), at('steps.two.note_id')] })])).toEqual([]);
    expect(check([maybe, note({ var: ['steps.one.note_id', 'none'] })])).toEqual([]);
    expect(check([{ ...read, skip: true }, note(at('steps.document.name'))])).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('is skipped') },
    ]);
  });

  it('past a branch that always stops are certain', () => {
    const guard: Step = {
      kind: 'if',
      id: 'guard',
      branches: [{ when: at('trigger.status'), steps: [read] }],
      else: [{ kind: 'stop', id: 'end', outcome: 'failed', message: 'no' }],
    };
    expect(check([guard, note(at('steps.document.name'))])).toEqual([]);
  });

  it('inside onError reach the error and what may have run', () => {
    const attempt: Step = {
      kind: 'try',
      id: 'attempt',
      steps: [read],
      onError: [note({ cat: [at('steps.attempt.error.message'), { coalesce: [at('steps.document.name'), ''] }] })],
    };
    expect(check([attempt])).toEqual([]);
    expect(check([attempt, note(at('steps.attempt.eror'), 'last')])).toMatchObject([
      { suggestion: 'steps.attempt.error' },
    ]);
  });

  it('inside map begin at the element', () => {
    const mapped = (path: string): Issue[] =>
      check([read, note({ join: [{ map: [at('steps.document.rows'), at(path)] }, ', '] })]);
    expect(mapped('name')).toEqual([]);
    expect(mapped('nme')).toMatchObject([{ suggestion: 'name' }]);
    expect(mapped('steps.document.name')).toMatchObject([
      { message: expect.stringContaining('begins at the element') },
    ]);
    const unknown = { map: [at('steps.document.metadata.list'), at('trigger.status')] };
    expect(check([read, note({ join: [unknown, ''] })])).toMatchObject([{ severity: 'warning' }]);
  });

  it('to the event of a wait know its fields', () => {
    const wait = (field: string): Step => ({
      kind: 'wait',
      id: 'pause',
      for: {
        kind: 'event',
        connector: 'pandadoc',
        trigger: 'pdf_ready',
        when: { '==': [at(`event.${field}`), at('trigger.document_id')] },
        deadline_seconds: 60,
      },
    });
    expect(check([wait('document_id'), note(at('steps.pause.event.document_name'))])).toEqual([]);
    expect(check([wait('documentid')])).toMatchObject([
      { pointer: '/steps/0/for/when/==/0', suggestion: 'event.document_id' },
    ]);
  });

  it('of a called recipe know its input and output', () => {
    const trigger = {
      kind: 'call' as const,
      input: { id: { type: 'text' as const, required: true } },
      output: { x: at('steps.document.nam') },
    };
    const steps: Step[] = [{ ...read, input: { document_id: at('trigger.id') } }];
    expect(check(steps, { trigger, offer: 'everywhere' })).toMatchObject([
      { pointer: '/trigger/output/x', suggestion: 'steps.document.name' },
    ]);
    expect(
      check([{ kind: 'call', id: 'c', recipe: 'shared', input: { count: 'many' } }, note(at('steps.c.totl'))]),
    ).toMatchObject([
      { pointer: '/steps/0/input/count', message: 'This must be a number, not "many"' },
      { pointer: '/steps/0/input', message: '"id" is missing' },
      { suggestion: 'steps.c.total' },
    ]);
  });
});

describe('inputs', () => {
  const download = (input: JsonObject): Issue[] =>
    check([act('download_pdf', { document_id: 'd', ...input }, 'pandadoc')]);
  const properties = (value: Json): Issue[] =>
    check([read, act('update_properties', { object: 'deals', id: '1', properties: value })]);

  it('that are missing or unknown are named', () => {
    expect(check([act('create_note', { bodi: 'x' })])).toEqual([
      { pointer: '/steps/0/input/bodi', message: '"bodi" is not known here', suggestion: 'body', severity: 'error' },
      { pointer: '/steps/0/input', message: '"deal_id" is missing', suggestion: 'deal_id', severity: 'error' },
      { pointer: '/steps/0/input', message: '"body" is missing', suggestion: 'body', severity: 'error' },
    ]);
  });

  it('must be of the right type', () => {
    expect(check([note(7)])).toMatchObject([{ pointer: '/steps/0/input/body', message: 'This must be text, not 7' }]);
    expect(check([read, note(at('steps.document.rows'))])).toMatchObject([
      { message: 'This must be text, and the expression gives a list of objects' },
    ]);
    expect(check([note({ length: 'abc' })])).toMatchObject([
      { message: 'This must be text, and the expression gives a number' },
    ]);
    expect(check([read, act('update_from_fields', { deal_id: '1', fields: at('steps.document.name') })])).toMatchObject(
      [{ message: 'This must be a list of objects, and the expression gives text' }],
    );
    expect(
      check([
        act('update_from_fields', {
          deal_id: '1',
          fields: [
            { name: null, title: 'x', value: 1 },
            { title: 3, name: 'y', value: [] },
          ],
        }),
      ]),
    ).toMatchObject([{ pointer: '/steps/0/input/fields/1/title' }]);
  });

  it('must be lists of the right elements', () => {
    const names = (value: Json): Issue[] => check([read, act('look_up_variables', { deal_id: '1', names: value })]);
    expect(names(at('steps.document.tokens'))).toMatchObject([
      { message: 'This must be a list of texts, and the expression gives a list of objects' },
    ]);
    expect(names({ map: [at('steps.document.tokens'), at('name')] })).toEqual([]);
    expect(names({ merge: [at('steps.document.metadata.list'), ['x']] })).toEqual([]);
  });

  it('must be one of the choices', () => {
    expect(download({ kind: 'protcted' })).toMatchObject([{ pointer: '/steps/0/input/kind', suggestion: 'protected' }]);
    expect(download({ kind: { if: [true, 'plain', 'protected'] } })).toEqual([]);
  });

  it('may be given by a nullable or unknown value, since only certain mistakes are refused', () => {
    expect(
      check(
        [
          read,
          note({ cat: at('steps.document.currency') }),
          act('update_deal_stage', {
            deal_id: at('steps.document.deal_id'),
            pipeline: at('steps.document.metadata.x'),
            stage: { get: [at('settings.m'), at('trigger.status')] },
          }),
        ],
        {
          settings: [
            {
              key: 'm',
              title: 'M',
              type: 'mapping',
              keys: { connector: 'pandadoc', pickList: 'statuses' },
              values: { connector: 'hubspot', pickList: 'stages' },
            },
          ],
        },
      ),
    ).toEqual([]);
  });

  it('take expressions anywhere inside a literal', () => {
    expect(
      properties({ amount: { number: at('steps.document.name') }, list: [1, at('steps.document.x')] }),
    ).toMatchObject([{ pointer: '/steps/1/input/properties/list/1' }]);
    expect(properties({ object: ['text', at('steps.document.name')] })).toEqual([]);
  });
});

describe('flow', () => {
  const end: Step = { kind: 'stop', id: 'end', outcome: 'succeeded', message: 'done' };

  it('refuses steps that are never reached', () => {
    expect(check([end, read])).toMatchObject([
      { pointer: '/steps/1', message: expect.stringContaining('never reached') },
    ]);
    const both: Step = {
      kind: 'if',
      id: 'both',
      branches: [{ when: at('trigger.status'), steps: [end] }],
      else: [{ ...end, id: 'end2' }],
    };
    expect(check([both, read])).toMatchObject([{ pointer: '/steps/1' }]);
    expect(check([{ ...end, skip: true }, read])).toEqual([]);
    expect(check([{ kind: 'if', id: 'one', branches: [{ when: at('trigger.status'), steps: [end] }] }, read])).toEqual(
      [],
    );
  });

  it('refuses a recipe that calls itself', () => {
    expect(check([{ kind: 'call', id: 'c', recipe: 'test', input: {} }])).toMatchObject([
      { pointer: '/steps/0/recipe', message: 'A recipe cannot call itself' },
    ]);
  });

  it('refuses loops over what is no list, and waits of no length', () => {
    expect(check([{ kind: 'forEach', id: 'each', items: at('trigger.status'), steps: [] }])).toMatchObject([
      { pointer: '/steps/0/items' },
    ]);
    expect(check([{ kind: 'wait', id: 'w', for: { kind: 'seconds', seconds: 'soon' } }])).toMatchObject([
      { pointer: '/steps/0/for/seconds' },
    ]);
    expect(check([{ kind: 'wait', id: 'w', for: { kind: 'until', at: 'noon' } }])).toMatchObject([
      { pointer: '/steps/0/for/at' },
    ]);
  });
});
