import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startTwin, type Json, type Twin } from '../testing/start-twin.js';

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.close());

const shown = async (id: string) => (await twin.control(`GET /documents/${id}`)).body;

describe('playing both sides', () => {
  it('shows what can be done to a document next', async () => {
    const id = await draftFrom(twin, templateIds.orderForm);
    const acts = async () => (await shown(id)).possible_acts.toSorted();
    expect(await acts()).toEqual(['send']);
    await twin.control(`POST /documents/${id}/send`);
    expect(await acts()).toEqual(['decline', 'draft', 'expire', 'sign', 'view']);
    await twin.control(`POST /documents/${id}/sign`);
    expect(await acts()).toEqual(['draft']);
    expect((await twin.control('GET /documents')).body).toContainEqual(
      expect.objectContaining({ id, status: 'document.completed', grand_total: { amount: '0.00', currency: 'EUR' } }),
    );
  });

  it('does exactly the possible acts, in every status', async () => {
    const id = await draftFrom(twin, templateIds.orderForm);
    await twin.control(`PATCH /documents/${id}`, { payment_required: true });
    const all = ['view', 'sign', 'decline', 'pay', 'expire', 'approve', 'reject', 'review', 'send', 'draft'];
    for (const step of ['send', 'view', 'review', 'view', 'sign', 'pay', 'draft']) {
      const possible = (await shown(id)).possible_acts;
      for (const other of all.filter((name) => !possible.includes(name) && name !== 'draft')) {
        expect([step, other, (await twin.control(`POST /documents/${id}/${other}`)).status]).toEqual([
          step,
          other,
          409,
        ]);
      }
      expect(possible).toContain(step);
      expect((await twin.control(`POST /documents/${id}/${step}`)).status).toBe(200);
    }
  });

  it('refuses acts, fields and rows that do not exist', async () => {
    const id = await draftFrom(twin, templateIds.orderForm);
    expect((await twin.control(`POST /documents/${id}/dance`)).status).toBe(404);
    expect((await twin.control(`PATCH /documents/${id}/fields`, { 'Deal.Nonsense': 'x' })).body.detail).toEqual({
      'Deal.Nonsense': [expect.stringContaining('No field')],
    });
    expect((await twin.control(`PATCH /documents/${id}/rows/nope`, { qty: 1 })).status).toBe(404);
    expect((await twin.control(`POST /documents/${id}/rows`, { name: 'x' })).status).toBe(404);
    expect((await twin.control('PATCH /settings', { creat_delay_ms: 1 })).status).toBe(400);
    expect((await twin.control('GET /nowhere')).status).toBe(404);
  });

  it('fills any field as a recipient would, and empties it again', async () => {
    const id = await draftFrom(twin, templateIds.orderForm);
    const field = async () => (await shown(id)).fields.find((one: Json) => one.merge_field === 'Deal.ContractType');
    await twin.control(`PATCH /documents/${id}/fields`, { dropdown1: 'Something else' });
    expect(await field()).toMatchObject({ value: 'Something else', filled: true });
    await twin.control(`PATCH /documents/${id}/fields`, { 'Deal.ContractType': null });
    expect(await field()).toMatchObject({ value: '', filled: false });
  });

  it('sets when things happened', async () => {
    const id = await draftFrom(twin, templateIds.orderForm);
    await twin.control(`PATCH /documents/${id}`, { date_created: '2026-01-02T03:04:05Z' });
    expect((await twin.api('GET /documents?created_to=2026-02-01T00:00:00Z')).body.results).toMatchObject([{ id }]);
  });
});

describe('editing a quote after it was sent', () => {
  it('adds, changes, unselects and removes items, and selects whole sections', async () => {
    const id = await draftFrom(twin, templateIds.quoteAgreement);
    await twin.control(`POST /documents/${id}/send`);
    const total = async () => (await twin.api(`GET /documents/${id}/details`)).body.grand_total.amount;
    const add = async (body: object): Promise<string> =>
      (await twin.control(`POST /documents/${id}/rows`, body)).body.row_id;
    const desk = await add({ name: 'Desk', price: 500, qty: 2, sku: 'D-1', columns: { 'Delivery Week': 'W30' } });
    const support = await add({ section: 'Extras', name: 'Support', price: 100 });
    expect(await total()).toBe('1000.00');
    const [quote] = (await shown(id)).quotes;
    await twin.control(`PATCH /documents/${id}/blocks/${quote.id}`, { selected_sections: { Extras: true } });
    expect(await total()).toBe('1100.00');
    await twin.control(`PATCH /documents/${id}/rows/${desk}`, { qty: 1, discount: { type: 'absolute', value: 50 } });
    expect(await total()).toBe('550.00');
    const items = (await twin.api(`GET /documents/${id}/details`)).body.pricing.quotes[0].sections[0].items;
    expect(items[0]).toMatchObject({ discounts: { Discount: { type: 'flat', value: '50' } } });
    await twin.control(`PATCH /documents/${id}/rows/${support}`, { selected: false });
    expect(await total()).toBe('450.00');
    await twin.control(`PATCH /documents/${id}/blocks/${quote.id}`, { discount: { type: 'absolute', value: 5 } });
    expect(await total()).toBe('445.00');
    await twin.control(`PATCH /documents/${id}/blocks/${quote.id}`, { discount: null });
    await twin.control(`DELETE /documents/${id}/rows/${desk}`);
    expect(await total()).toBe('0.00');
  });

  it('keeps one choice where only one may be chosen', async () => {
    const template = await twin.control('POST /templates', {
      name: 'One of two',
      roles: [{ id: 'r', name: 'Client' }],
      quotes: [
        {
          sections: [
            {
              selection_type: 'single',
              items: [
                { name: 'A', price: 1 },
                { name: 'B', price: 2, selected: false },
              ],
            },
          ],
        },
      ],
    });
    const id = await draftFrom(twin, template.body.id);
    const items = async () => (await shown(id)).quotes[0].sections[0].items;
    const [, b] = await items();
    await twin.control(`PATCH /documents/${id}/rows/${b.id}`, { selected: true });
    expect((await items()).map((item: Json) => item.selected)).toEqual([false, true]);
  });
});
