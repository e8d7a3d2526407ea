import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTwin, type Answer, type Json, type Twin } from './testing/twin.js';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.close());

const search = (type: string, body: unknown): Promise<Answer> =>
  twin.call('POST', `/crm/v3/objects/${type}/search`, body);

const idsBy = async (type: string, ...filters: unknown[]): Promise<string[]> => {
  const { body } = await search(type, { filterGroups: [{ filters }] });
  return body.results.map(({ id }: Json) => id);
};

describe('filters', () => {
  it.each([
    [{ propertyName: 'deal_currency_code', operator: 'EQ', value: 'EUR' }, ['1001', '1006']],
    [{ propertyName: 'amount', operator: 'GT', value: '9350' }, ['1001', '1002', '1003']],
    [{ propertyName: 'amount', operator: 'LTE', value: '9350' }, ['1004', '1006']],
    [{ propertyName: 'amount', operator: 'BETWEEN', value: '1995', highValue: '9350.0' }, ['1004', '1006']],
    [{ propertyName: 'deal_currency_code', operator: 'NEQ', value: 'EUR' }, ['1002', '1003', '1004', '1005']],
    [{ propertyName: 'dealstage', operator: 'IN', values: ['closedwon', 'qualifiedtobuy'] }, ['1005', '1006']],
    [{ propertyName: 'po_number', operator: 'IN', values: ['KL-4471'] }, []],
    [{ propertyName: 'po_number', operator: 'IN', values: ['kl-4471'] }, ['1002']],
    [{ propertyName: 'amount', operator: 'NOT_HAS_PROPERTY' }, ['1005']],
    [{ propertyName: 'order_reference', operator: 'HAS_PROPERTY' }, ['1003', '1006']],
    [{ propertyName: 'dealname', operator: 'CONTAINS_TOKEN', value: 'sensor*' }, ['1005', '1006']],
    [{ propertyName: 'dealname', operator: 'NOT_CONTAINS_TOKEN', value: 'alder' }, ['1002', '1003', '1004', '1005']],
    [{ propertyName: 'signed_at', operator: 'GTE', value: '1759000000000' }, ['1006']],
    [{ propertyName: 'createdate', operator: 'GT', value: '2026-11-10T00:00:00Z' }, ['1003', '1004', '1005']],
    [{ propertyName: 'associations.company', operator: 'EQ', value: '2001' }, ['1001', '1006']],
  ])('%j finds %j', async (filter, ids) => {
    expect((await idsBy('deals', filter)).sort()).toEqual(ids);
  });

  it('are all met inside a group, and one group is enough', async () => {
    const { body } = await search('deals', {
      filterGroups: [
        {
          filters: [
            { propertyName: 'deal_currency_code', operator: 'EQ', value: 'EUR' },
            { propertyName: 'signed', operator: 'EQ', value: 'true' },
          ],
        },
        { filters: [{ propertyName: 'po_number', operator: 'EQ', value: 'KL-4471' }] },
      ],
    });
    expect(body.results.map(({ id }: Json) => id)).toEqual(['1002', '1006']);
  });

  it('find a product by its SKU', async () => {
    expect(await idsBy('products', { propertyName: 'hs_sku', operator: 'EQ', value: 'HW-EDGE' })).toEqual(['4005']);
  });
});

describe('results', () => {
  it('are counted, sorted and paged by offset', async () => {
    const sorts = [{ propertyName: 'amount', direction: 'DESCENDING' }];
    const first = await search('deals', { sorts, limit: 2, properties: ['amount'] });
    expect(first.body).toMatchObject({ total: 6, paging: { next: { after: '2' } } });
    expect(first.body.results.map(({ properties }: Json) => properties.amount)).toEqual(['28560', '21888']);
    const last = await search('deals', { sorts, limit: 2, after: '4', properties: ['amount'] });
    expect(last.body.results.map(({ properties }: Json) => properties.amount)).toEqual(['1995', null]);
    expect(last.body).not.toHaveProperty('paging');
  });

  it('tell nothing about rate limits', async () => {
    const { headers } = await search('deals', {});
    expect(Object.keys(headers).filter((name) => name.includes('ratelimit'))).toEqual([]);
  });

  it('lag behind writes for as long as the portal is set to', async () => {
    await twin.control('PATCH', '/settings', { search_delay_ms: 3000 });
    const { body: created } = await twin.call('POST', '/crm/v3/objects/deals', {
      properties: { dealname: 'Fresh', dealstage: 'contractsent' },
    });
    await twin.call('PATCH', '/crm/v3/objects/deals/1001', { properties: { seats: '99' } });
    await twin.call('DELETE', '/crm/v3/objects/deals/1005');
    const before = await search('deals', { properties: ['seats'] });
    expect(before.body.results.map(({ id }: Json) => id)).toEqual(['1001', '1002', '1003', '1004', '1005', '1006']);
    expect(before.body.results[0].properties.seats).toBe('40');
    twin.pass(3001);
    const after = await search('deals', { properties: ['seats'] });
    expect(after.body.results.map(({ id }: Json) => id)).toEqual(['1001', '1002', '1003', '1004', '1006', created.id]);
    expect(after.body.results[0].properties.seats).toBe('99');
  });
});

describe('a search that asks too much', () => {
  const filter = { propertyName: 'amount', operator: 'GT', value: '1' };
  it.each([
    ['more than 200 rows', { limit: 201 }],
    ['rows beyond the ten-thousandth', { limit: 200, after: '9801' }],
    ['an offset that is no number', { after: 'next' }],
    ['six groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: [filter] })) }],
    ['seven filters in a group', { filterGroups: [{ filters: Array.from({ length: 7 }, () => filter) }] }],
    ['two sorts', { sorts: ['amount', 'dealname'] }],
    ['more than 3,000 characters', { query: 'x'.repeat(3000) }],
    ['an unknown property', { filterGroups: [{ filters: [{ ...filter, propertyName: 'nope' }] }] }],
    ['a comparison with nothing', { filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'EQ' }] }] }],
  ])('is refused: %s', async (_what, body) => {
    expect((await search('deals', body)).status).toBe(400);
  });
});
