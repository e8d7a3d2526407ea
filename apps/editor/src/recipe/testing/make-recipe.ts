import { Recipe, type Action, type Json, type Step } from '@tandem/recipes';

/** A recipe around the given steps, checked by the schema. */
export function makeRecipe(steps: Step[], changes: Partial<Recipe> = {}): Recipe {
  return Recipe.parse({
    format: 1,
    key: 'test',
    name: 'Test',
    offer: 'template',
    settings: [],
    trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed' },
    steps,
    ...changes,
  });
}

export const readDocument = (id = 'document'): Action => ({
  id,
  kind: 'action',
  connector: 'pandadoc',
  action: 'get_document',
  input: { document_id: { var: 'trigger.document_id' } },
});

export const readDeal = (id = 'deal'): Action => ({
  id,
  kind: 'action',
  connector: 'hubspot',
  action: 'get_deal',
  input: { deal_id: { var: 'trigger.deal_id' } },
});

export const note = (id = 'note', body: Json = 'Hello'): Action => ({
  id,
  kind: 'action',
  connector: 'hubspot',
  action: 'create_note',
  input: { deal_id: { var: 'trigger.deal_id' }, body },
});
