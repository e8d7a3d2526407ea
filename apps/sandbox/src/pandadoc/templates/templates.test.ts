import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startTwin, type Json, type Twin } from '../testing/start-twin.js';

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.close());

const list = async (query: string) =>
  (await twin.api(`GET /templates?${query}`)).body.results.map(({ name }: Json) => name);

describe('templates', () => {
  it('are listed and filtered', async () => {
    expect(await list('')).toEqual(['Sales proposal', 'Quote agreement', 'Order form', 'Mutual NDA']);
    expect(await list('q=nda')).toEqual(['Mutual NDA']);
    expect(await list('tag=sales&tag=quote')).toEqual(['Quote agreement']);
    expect(await list('count=3&page=2')).toEqual(['Mutual NDA']);
    expect((await twin.api(`GET /templates/${templateIds.orderForm}`)).body).toMatchObject({
      name: 'Order form',
      status: 'template.PROCESSED',
    });
  });

  it('lie in folders, which lie in each other', async () => {
    const { results } = (await twin.api('GET /templates/folders')).body;
    expect(results).toMatchObject([
      { name: 'Sales', has_folders: true, has_items: true },
      { name: 'Legal', has_folders: false, has_items: true },
    ]);
    const inner = (await twin.api(`GET /templates/folders?parent_uuid=${results[0].uuid}`)).body.results;
    expect(inner).toMatchObject([{ name: 'Orders' }]);
    expect(await list(`folder_uuid=${results[0].uuid}`)).toEqual(['Sales proposal', 'Quote agreement']);
    expect(await list(`folder_uuid=${inner[0].uuid}`)).toEqual(['Order form']);
  });

  it('tell all that can be mapped: variables, fields of every kind, roles and the table with its columns', async () => {
    const { body } = await twin.api(`GET /templates/${templateIds.salesProposal}/details`);
    const fields = body.fields.map((field: Json) => [field.type, field.merge_field]);
    expect(fields).toEqual(
      expect.arrayContaining([
        ['text', 'Deal.PoNumber'],
        ['date', 'Deal.ContractStart'],
        ['dropdown', 'Deal.ContractType'],
        ['checkbox', 'Deal.Signed'],
        ['radio_buttons', 'Deal.PaymentTerms'],
        ['text', 'Company.Name'],
        ['text', null],
        ['signature', null],
      ]),
    );
    expect(body.fields[0].assigned_to).toMatchObject({ name: 'Client' });
    expect(body.tokens.map(({ name }: Json) => name)).toEqual(
      expect.arrayContaining(['Deal.Amount', 'Deal.DealCurrencyCode', 'Company.Name', 'Client.FirstName']),
    );
    expect(body.roles).toMatchObject([{ name: 'Client', signing_order: '1' }, { name: 'Sender' }]);
    expect(body.pricing.tables).toMatchObject([{ name: 'Pricing Table 1', items: [] }]);
  });

  it('with a quote show its sections and columns', async () => {
    const { body } = await twin.api(`GET /templates/${templateIds.quoteAgreement}/details`);
    const [quote] = body.pricing.quotes;
    expect(quote.sections).toMatchObject([{ name: 'Products' }, { name: 'Extras', settings: { optional: true } }]);
  });
});

describe('the template editor', () => {
  const definition = {
    name: 'My template',
    roles: [{ id: 'rBuyer', name: 'Buyer' }],
    tokens: [{ name: 'Deal.Name' }],
    fields: [
      { field_id: 'text1', type: 'text', merge_field: 'Company.Name', role: 'Buyer' },
      { field_id: 'text2', type: 'text', merge_field: 'Company.Name', role: 'Buyer', value: 'Acme' },
    ],
  };

  it('makes templates from which documents come, and replaces them', async () => {
    const created = await twin.control('POST /templates', definition);
    expect(created.status).toBe(201);
    const recipients = [{ email: 'a@b.example', role: 'Buyer' }];
    const id = await draftFrom(twin, created.body.id, { recipients });
    const { fields } = (await twin.api(`GET /documents/${id}/details`)).body;
    expect(fields.map((field: Json) => [field.field_id, field.is_filled, field.value])).toEqual([
      ['text1', false, ''],
      ['text2', true, 'Acme'],
    ]);
    await twin.control(`PUT /templates/${created.body.id}`, { ...definition, name: 'Renamed' });
    expect(await list('q=renamed')).toEqual(['Renamed']);
    await twin.control(`DELETE /templates/${created.body.id}`);
    expect((await twin.api(`GET /templates/${created.body.id}/details`)).status).toBe(404);
  });

  it('refuses what it does not know', async () => {
    expect((await twin.control('POST /templates', { ...definition, colour: 'red' })).status).toBe(400);
    expect((await twin.control('PUT /templates/short', definition)).status).toBe(400);
  });
});
