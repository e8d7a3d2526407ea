import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startTwin, type Json, type Twin } from '../testing/start-twin.js';

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.close());

const draft = (more: object = {}) => draftFrom(twin, templateIds.salesProposal, more);
const details = async (id: string) => (await twin.api(`GET /documents/${id}/details`)).body;
const patch = (id: string, body: object) => twin.api(`PATCH /documents/${id}`, body);

const table = (rows: object[], more: object = {}) => ({
  name: 'Pricing Table 1',
  data_merge: false,
  options: {},
  sections: [{ title: 'Products', default: true, rows }],
  ...more,
});
const row = (name: string, more: object = {}) => ({ options: {}, data: { name, price: 10, qty: 1, ...more } });

describe('updating a draft', () => {
  it('answers 204 with an empty body', async () => {
    const answer = await patch(await draft(), { name: 'New name' });
    expect([answer.status, answer.bytes.length]).toEqual([204, 0]);
  });

  it('updates variables and adds new ones', async () => {
    const id = await draft({ tokens: [{ name: 'Deal.Name', value: 'Old' }] });
    await patch(id, {
      tokens: [
        { name: 'Deal.Name', value: 'New' },
        { name: 'Deal.Extra', value: 'Added' },
      ],
    });
    const { tokens } = await details(id);
    expect(tokens.filter((token: Json) => ['Deal.Name', 'Deal.Extra'].includes(token.name))).toEqual([
      { name: 'Deal.Name', value: 'New' },
      { name: 'Deal.Extra', value: 'Added' },
    ]);
  });

  it('fills fields by merge field, all of that name, and leaves the others', async () => {
    const id = await draft({ fields: { 'Deal.ContractType': { value: 'New' } } });
    await patch(id, { fields: { 'Deal.PoNumber': { value: '12' }, text2: { value: 'by field id' } } });
    const filled = (await details(id)).fields.filter((field: Json) => field.is_filled);
    expect(filled.map((field: Json) => [field.merge_field, field.value])).toEqual([
      ['Deal.PoNumber', '12'],
      ['Deal.ContractType', 'New'],
    ]);
  });

  it('keeps a day as the first moment of it', async () => {
    const id = await draft({ fields: { 'Deal.ContractStart': { value: '2026-12-31' } } });
    const start = (await details(id)).fields.find((field: Json) => field.merge_field === 'Deal.ContractStart');
    expect(start).toMatchObject({ value: '2026-12-31T00:00:00.000000Z', is_filled: true });
  });

  it('upserts metadata, adds tags, changes people by id and adds others as CC', async () => {
    const id = await draft({ metadata: { a: '1', b: '2' }, tags: ['one'] });
    const [josh] = (await details(id)).recipients;
    await patch(id, {
      metadata: { b: 3, c: true },
      tags: ['two', 'one'],
      recipients: [{ id: josh.id, last_name: 'Rohn' }, { email: 'cc@acme.example' }],
    });
    const document = await details(id);
    expect(document.metadata).toMatchObject({ a: '1', b: '3', c: 'true' });
    expect(document.tags).toEqual(['one', 'two']);
    expect(document.recipients).toMatchObject([
      { id: josh.id, last_name: 'Rohn', role: 'Client' },
      { email: 'cc@acme.example', recipient_type: 'CC' },
    ]);
  });

  it('replaces the rows of the named pricing table', async () => {
    const id = await draft({ pricing_tables: [table([row('Chair'), row('Table')])] });
    const names = async () => (await details(id)).pricing.tables[0].items.map((item: Json) => item.name);
    expect(await names()).toEqual(['Chair', 'Table']);
    await patch(id, { pricing_tables: [table([row('Lamp')])] });
    expect(await names()).toEqual(['Lamp']);
    await patch(id, { pricing_tables: [table([])] });
    expect(await names()).toEqual([]);
  });

  it('changes the currency of the table and with it that of the document', async () => {
    const id = await draft();
    await patch(id, { pricing_tables: [table([row('Chair')], { options: { currency: 'USD' } })] });
    const document = await details(id);
    expect(document.pricing.tables[0].currency).toBe('USD');
    expect(document.grand_total).toEqual({ amount: '10.00', currency: 'USD' });
  });

  it('changes nothing at all when a part does not fit', async () => {
    const id = await draft({ tokens: [{ name: 'Deal.Name', value: 'Old' }] });
    const tokens = [{ name: 'Deal.Name', value: 'New' }];
    expect((await patch(id, { tokens, pricing_tables: [table([row('x', { price: 'dear' })])] })).status).toBe(400);
    expect((await details(id)).tokens).toContainEqual({ name: 'Deal.Name', value: 'Old' });
  });
});

describe('updating what is not a draft', () => {
  it('is refused with 400, or with 409 where the settings say so', async () => {
    const id = await draft();
    await twin.api(`POST /documents/${id}/send`, {});
    expect(await patch(id, { name: 'x' })).toMatchObject({ status: 400, body: { type: 'request_error' } });
    await twin.control('PATCH /settings', { refuse_update_with: 409 });
    expect((await patch(id, { name: 'x' })).body).toMatchObject({ id, status: 'document.sent' });
    await twin.control('PATCH /settings', { refuse_update_with: 400 });
  });

  it('is a 404 for a document that was deleted, and the list shows it only when asked', async () => {
    const id = await draft();
    expect((await twin.api(`DELETE /documents/${id}`)).status).toBe(204);
    expect(await patch(id, {})).toMatchObject({ status: 404, body: { type: 'request_error', detail: 'Not found' } });
    const listed = async (deleted: boolean) =>
      (await twin.api(`GET /documents?id=${id}&deleted=${deleted}`)).body.results.length;
    expect([await listed(false), await listed(true)]).toEqual([0, 1]);
  });
});
