import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTwin, type Json, type Twin } from './testing/twin.js';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.close());

const addLine = async (deal: string, properties: Record<string, unknown>): Promise<string> => {
  const { body } = await twin.call('POST', '/crm/v3/objects/line_items', {
    properties,
    associations: [{ to: { id: deal }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] }],
  });
  return body.id;
};

const read = async (type: string, id: string, ...names: string[]): Promise<Json> =>
  (await twin.call('GET', `/crm/v3/objects/${type}/${id}?properties=${names.join(',')}`)).body.properties;

describe('the amount of a line item', () => {
  it.each([
    [{ price: '100', quantity: '3' }, '300.000'],
    [{ price: '100', quantity: '3', discount: '10' }, '270.000'],
    [{ price: '100', quantity: '3', hs_discount_percentage: '12.5' }, '262.500'],
    [{ price: '0.1', quantity: '3' }, '0.300'],
    [{ price: '19.99', quantity: '0.5' }, '9.995'],
  ])('of %j is %s: a discount is money off each unit', async (properties, amount) => {
    const id = await addLine('1005', properties);
    expect((await read('line_items', id, 'amount')).amount).toBe(amount);
  });

  it('follows a change, and is unset when the price is cleared', async () => {
    const id = await addLine('1005', { price: '100', quantity: '3' });
    await twin.call('PATCH', `/crm/v3/objects/line_items/${id}`, { properties: { quantity: '2' } });
    expect((await read('line_items', id, 'amount')).amount).toBe('200.000');
    await twin.call('PATCH', `/crm/v3/objects/line_items/${id}`, { properties: { price: '' } });
    expect((await read('line_items', id, 'amount')).amount).toBeNull();
  });
});

describe('a line item made from a product', () => {
  it('inherits what was not sent, with the price in the deal’s currency', async () => {
    const id = await addLine('1002', { hs_product_id: '4005', quantity: '2', name: 'Our own name' });
    expect(await read('line_items', id, 'name', 'price', 'hs_sku', 'hs_line_item_currency_code')).toMatchObject({
      name: 'Our own name',
      price: '745',
      hs_sku: 'HW-EDGE',
      hs_line_item_currency_code: 'USD',
    });
  });
});

describe('the deal of line items', () => {
  it('rolls them up into contract values and leaves its amount alone', async () => {
    await twin.call('PATCH', '/crm/v3/objects/deals/1005', { properties: { amount: '7' } });
    await addLine('1005', {
      price: '1200',
      recurringbillingfrequency: 'annually',
      hs_recurring_billing_period: 'P24M',
    });
    const id = await addLine('1005', { price: '500' });
    const names = ['amount', 'hs_tcv', 'hs_acv', 'hs_arr', 'hs_mrr'];
    expect(await read('deals', '1005', ...names)).toMatchObject({
      amount: '7',
      hs_tcv: '2900.000',
      hs_acv: '1700.000',
      hs_arr: '1200.000',
      hs_mrr: '100.000',
    });
    await twin.call('DELETE', `/crm/v3/objects/line_items/${id}`);
    expect(await read('deals', '1005', 'hs_tcv')).toMatchObject({ hs_tcv: '2400.000' });
  });

  it('lets its amount follow when the portal is set so', async () => {
    await twin.control('PATCH', '/settings', { auto_update_amount: true });
    await addLine('1005', { price: '12.50', quantity: '4' });
    expect((await read('deals', '1005', 'amount')).amount).toBe('50');
  });

  it('counts as modified when a line changes, and not when nothing about it changes', async () => {
    twin.pass(1000);
    const id = await addLine('1005', { price: '10' });
    expect((await read('deals', '1005')).hs_lastmodifieddate).toBe('2026-11-23T10:00:01.123Z');
    twin.pass(1000);
    await twin.call('PATCH', `/crm/v3/objects/line_items/${id}`, { properties: { delivery_week: '2027-W10' } });
    expect((await read('deals', '1005')).hs_lastmodifieddate).toBe('2026-11-23T10:00:01.123Z');
  });

  it('keeps its items when it is deleted', async () => {
    const id = await addLine('1005', { price: '10' });
    await twin.call('DELETE', '/crm/v3/objects/deals/1005');
    expect((await twin.call('GET', `/crm/v3/objects/line_items/${id}`)).status).toBe(200);
  });

  it('answers within milliseconds when it has a thousand of them', async () => {
    for (let batch = 0; batch < 10; batch += 1) {
      const inputs = Array.from({ length: 100 }, () => ({
        properties: { name: 'x', price: '1.10', quantity: '2' },
        associations: [
          { to: { id: '1005' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] },
        ],
      }));
      await twin.call('POST', '/crm/v3/objects/line_items/batch/create', { inputs });
    }
    const started = performance.now();
    const [deal, links, change] = [
      await read('deals', '1005', 'hs_tcv'),
      await twin.call('GET', '/crm/v4/objects/deals/1005/associations/line_items?limit=500'),
      await twin.call('PATCH', '/crm/v3/objects/line_items/5500', { properties: { price: '2.10' } }),
    ];
    expect(performance.now() - started).toBeLessThan(300);
    expect([deal.hs_tcv, links.body.results.length, change.status]).toEqual(['2200.000', 500, 200]);
  });
});
