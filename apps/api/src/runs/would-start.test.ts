import { describe, expect, it } from '@jest/globals';
import type { Json, Recipe } from '@tandem/recipes';
import { wouldStart } from './would-start.js';

const recipe = (condition: Json): Recipe => ({
  format: 1,
  key: 'move',
  name: 'Move',
  offer: 'template',
  settings: [],
  trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed', condition },
  steps: [],
});
const settings = { statuses: ['document.sent'], least: 100 };
const chosen: Json = { in: [{ var: 'trigger.status' }, { var: 'settings.statuses' }] };
const ask = (condition: Json, more: { dealId?: string | null; enabled?: boolean; status?: string } = {}) =>
  wouldStart({
    recipe: recipe(condition),
    trigger: { status: more.status ?? 'document.viewed' },
    settings,
    dealId: more.dealId === undefined ? '7' : more.dealId,
    enabled: more.enabled ?? true,
  });

describe('whether an event starts a recipe', () => {
  it('is so when it is on, the document is linked and the condition holds', () => {
    expect(ask(chosen, { status: 'document.sent' })).toEqual({ would: true, because: [], failing: [] });
  });

  it('is not so when the condition does not hold, which shows the values that it looks at', () => {
    expect(ask(chosen)).toEqual({
      would: false,
      because: ['condition'],
      failing: [
        {
          condition: chosen,
          values: [
            { pill: 'trigger.status', value: 'document.viewed' },
            { pill: 'settings.statuses', value: ['document.sent'] },
          ],
        },
      ],
    });
  });

  it('shows those parts of several conditions alone that do not hold', () => {
    const much = { '>': [{ var: 'settings.least' }, 500] };
    expect(ask({ and: [chosen, much] }, { status: 'document.sent' }).failing).toEqual([
      { condition: much, values: [{ pill: 'settings.least', value: 100 }] },
    ]);
  });

  it('is not decided by what only another kind of event tells', () => {
    expect(ask({ '>': [{ var: 'trigger.amount' }, 500] }).would).toBe(true);
  });

  it('is not so without a deal, or where it is switched off', () => {
    expect(ask(true, { dealId: null, enabled: false }).because).toEqual(['switched_off', 'not_linked']);
  });
});
