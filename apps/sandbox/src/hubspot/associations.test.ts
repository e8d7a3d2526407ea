import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTwin, type Json, type Twin } from './testing/twin.js';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.close());

const companiesOf = async (deal: string): Promise<[string, [string, number][]][]> => {
  const { body } = await twin.call('GET', `/crm/v4/objects/deals/${deal}/associations/companies`);
  return body.results.map((one: Json) => [
    one.toObjectId,
    one.associationTypes.map((type: Json) => [type.category, type.typeId]),
  ]);
};

describe('the companies of a deal', () => {
  it('tell the primary company by (HUBSPOT_DEFINED, 5), not by the number 5 alone', async () => {
    expect(await companiesOf('1004')).toEqual([
      [
        '2004',
        [
          ['HUBSPOT_DEFINED', 5],
          ['HUBSPOT_DEFINED', 341],
        ],
      ],
      [
        '2005',
        [
          ['HUBSPOT_DEFINED', 341],
          ['USER_DEFINED', 5],
        ],
      ],
    ]);
  });

  it('make the first company primary, and no other', async () => {
    const first = await twin.call('PUT', '/crm/v4/objects/deals/1005/associations/default/companies/2002');
    expect(first.status).toBe(200);
    expect(first.body.results).toEqual([
      {
        from: { id: '1005' },
        to: { id: '2002' },
        associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 341 },
      },
      {
        from: { id: '2002' },
        to: { id: '1005' },
        associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 342 },
      },
    ]);
    await twin.call('PUT', '/crm/v4/objects/companies/2003/associations/default/deals/1005');
    expect((await companiesOf('1005')).map(([id, types]) => [id, types[0]![1]])).toEqual([
      ['2002', 5],
      ['2003', 341],
    ]);
  });

  it('move the primary flag when another company gets it', async () => {
    const { status, body } = await twin.call('PUT', '/crm/v4/objects/deals/1004/associations/companies/2005', [
      { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 },
    ]);
    expect(status).toBe(201);
    expect(body).toEqual({
      fromObjectTypeId: '0-3',
      fromObjectId: '1004',
      toObjectTypeId: '0-2',
      toObjectId: '2005',
      labels: ['Primary', 'Implementation partner'],
    });
    expect(
      (await companiesOf('1004')).filter(([, types]) => types.some(([c, id]) => c.startsWith('H') && id === 5)),
    ).toEqual([['2005', expect.anything()]]);
    const deal = await twin.call('GET', '/crm/v3/objects/deals/1004?properties=hs_primary_associated_company');
    expect(deal.body.properties.hs_primary_associated_company).toBe('2005');
  });

  it('are gone after DELETE, in both directions', async () => {
    const { status } = await twin.call('DELETE', '/crm/v4/objects/companies/2004/associations/deals/1004');
    expect(status).toBe(204);
    expect((await companiesOf('1004')).map(([id]) => id)).toEqual(['2005']);
  });
});

describe('many associations', () => {
  it('list 500 on a page and hand on a token for the rest', async () => {
    for (let batch = 0; batch < 6; batch += 1) {
      const inputs = Array.from({ length: 100 }, () => ({
        properties: { name: 'x', price: '1' },
        associations: [
          { to: { id: '1005' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] },
        ],
      }));
      await twin.call('POST', '/crm/v3/objects/line_items/batch/create', { inputs });
    }
    const path = '/crm/objects/2026-03/deals/1005/associations/line_items';
    const first = await twin.call('GET', path);
    expect(first.body.results).toHaveLength(500);
    const rest = await twin.call('GET', `${path}?after=${first.body.paging.next.after}`);
    expect(rest.body.results).toHaveLength(100);
    expect(rest.body).not.toHaveProperty('paging');
    const inline = await twin.call('GET', '/crm/v3/objects/deals/1005?associations=line_items');
    expect(inline.body.associations['line items'].results).toHaveLength(100);
    expect(inline.body.associations['line items'].paging.next.after).toBeDefined();
  });

  it('are read for several records at once; records without any are errors of a 207', async () => {
    const { status, body } = await twin.call('POST', '/crm/v4/associations/deals/contacts/batch/read', {
      inputs: [{ id: '1001' }, { id: '1005' }],
    });
    expect(status).toBe(207);
    expect(body.results[0].from).toEqual({ id: '1001' });
    expect(body.results[0].to.map((to: Json) => to.toObjectId)).toEqual(['3001', '3002']);
    expect(body.errors[0]).toMatchObject({ context: { fromObjectId: ['1005'] } });
  });

  it('are created and archived in batches, with each version’s own success code', async () => {
    const pair = { from: { id: '1005' }, to: { id: '3001' } };
    const created = await twin.call('POST', '/crm/v4/associations/deals/contacts/batch/create', {
      inputs: [{ ...pair, types: [{ associationCategory: 'USER_DEFINED', associationTypeId: 1 }] }],
    });
    expect(created).toMatchObject({ status: 201, body: { results: [{ labels: ['Decision maker'] }] } });
    const archive = { inputs: [{ from: pair.from, to: [pair.to] }] };
    const v4 = await twin.call('POST', '/crm/v4/associations/deals/contacts/batch/archive', archive);
    expect(v4.status).toBe(204);
    const dated = await twin.call('POST', '/crm/associations/2026-03/deals/contacts/batch/archive', archive);
    expect(dated).toMatchObject({ status: 200, body: { status: 'COMPLETE' } });
    const left = await twin.call('GET', '/crm/v4/objects/deals/1005/associations/contacts');
    expect(left.body.results).toEqual([]);
  });

  it('refuse a type id that means something else', async () => {
    const { status, body } = await twin.call('PUT', '/crm/v4/objects/deals/1005/associations/contacts/3001', [
      { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 341 },
    ]);
    expect(status).toBe(400);
    expect(body.category).toBe('VALIDATION_ERROR');
  });
});

describe('labels', () => {
  it.each(['/crm/v4/associations', '/crm/associations/v4', '/crm/associations/2026-03'])(
    'are listed under %s',
    async (base) => {
      const { body } = await twin.call('GET', `${base}/deals/companies/labels`);
      expect(body.results).toEqual([
        { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' },
        { category: 'HUBSPOT_DEFINED', typeId: 341, label: null },
        { category: 'USER_DEFINED', typeId: 5, label: 'Implementation partner' },
      ]);
    },
  );

  it('can be taken off without parting the records', async () => {
    await twin.call('POST', '/crm/v4/associations/deals/companies/batch/labels/archive', {
      inputs: [
        {
          from: { id: '1004' },
          to: { id: '2005' },
          types: [{ associationCategory: 'USER_DEFINED', associationTypeId: 5 }],
        },
      ],
    });
    expect((await companiesOf('1004'))[1]).toEqual(['2005', [['HUBSPOT_DEFINED', 341]]]);
  });
});
