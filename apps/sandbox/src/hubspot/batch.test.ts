import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTwin, type Json, type Twin } from './testing/twin.js';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.close());

const onDeal = (id: string) => [
  { to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] },
];

describe('batch create', () => {
  it('creates all with their associations and echoes trace ids', async () => {
    const { status, body } = await twin.call('POST', '/crm/v3/objects/line_items/batch/create', {
      inputs: [
        { properties: { name: 'A', price: '10' }, associations: onDeal('1005'), objectWriteTraceId: 'a' },
        { properties: { name: 'B', price: '5', quantity: '2' }, associations: onDeal('1005'), objectWriteTraceId: 'b' },
      ],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'COMPLETE', startedAt: expect.any(String), completedAt: expect.any(String) });
    expect(body.results.map((result: Json) => result.objectWriteTraceId)).toEqual(['a', 'b']);
    const deal = await twin.call('GET', '/crm/v3/objects/deals/1005?properties=hs_tcv');
    expect(deal.body.properties.hs_tcv).toBe('20.000');
  });

  it('creates nothing when one row is bad and the rows carry no trace ids', async () => {
    const before = Object.keys(twin.state.records['0-8']!).length;
    const { status } = await twin.call('POST', '/crm/v3/objects/line_items/batch/create', {
      inputs: [{ properties: { name: 'fine' } }, { properties: { price: 'dear' } }],
    });
    expect(status).toBe(400);
    expect(Object.keys(twin.state.records['0-8']!)).toHaveLength(before);
  });

  it('refuses one unique value for two rows', async () => {
    const properties = { dealname: 'Twin', dealstage: 'contractsent', order_reference: 'same' };
    const { status } = await twin.call('POST', '/crm/v3/objects/deals/batch/create', {
      inputs: [{ properties }, { properties }],
    });
    expect(status).toBe(400);
  });

  it('answers 207 when every row has a trace id of its own', async () => {
    const { status, body } = await twin.call('POST', '/crm/v3/objects/line_items/batch/create', {
      inputs: [
        { properties: { name: 'fine' }, objectWriteTraceId: 'row-1' },
        { properties: { price: 'dear' }, objectWriteTraceId: 'row-2' },
      ],
    });
    expect(status).toBe(207);
    expect(body).toMatchObject({
      numErrors: 1,
      results: [{ objectWriteTraceId: 'row-1' }],
      errors: [{ status: 'error', category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['row-2'] } }],
    });
  });

  it('takes a hundred inputs and no more', async () => {
    const inputs = Array.from({ length: 101 }, () => ({ properties: { name: 'x' } }));
    const refused = await twin.call('POST', '/crm/v3/objects/line_items/batch/create', { inputs });
    expect(refused).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
    const taken = await twin.call('POST', '/crm/v3/objects/line_items/batch/create', { inputs: inputs.slice(1) });
    expect(taken.status).toBe(201);
  });
});

describe('batch read', () => {
  it('answers what there is, and one error that lists what there is not', async () => {
    const { status, body } = await twin.call('POST', '/crm/objects/2026-03/deals/batch/read', {
      inputs: [{ id: '1001' }, { id: '77' }, { id: '1002' }, { id: '78' }],
      properties: ['po_number'],
    });
    expect(status).toBe(207);
    expect(body.results.map(({ id }: Json) => id)).toEqual(['1001', '1002']);
    expect(body.results[1].properties.po_number).toBe('KL-4471');
    expect(body).toMatchObject({
      numErrors: 1,
      errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['77', '78'] } }],
    });
  });

  it('reads by a unique property', async () => {
    const { status, body } = await twin.call('POST', '/crm/v3/objects/contacts/batch/read', {
      inputs: [{ id: 'dana.whitfield@kestrel-logistics.example' }],
      idProperty: 'email',
      properties: ['jobtitle'],
    });
    expect(status).toBe(200);
    expect(body.results[0].properties).toMatchObject({ jobtitle: 'CFO', lastmodifieddate: expect.any(String) });
  });
});

describe('batch update', () => {
  it('changes what it can and names the others', async () => {
    const { status, body } = await twin.call('POST', '/crm/v3/objects/deals/batch/update', {
      inputs: [
        { id: '1001', properties: { seats: '50' } },
        { id: '1002', properties: { seats: 'many' } },
        { id: '99', properties: { seats: '1' } },
      ],
    });
    expect(status).toBe(207);
    expect(body.results).toHaveLength(1);
    expect(body.errors.map((error: Json) => [error.category, error.context.ids[0]])).toEqual([
      ['VALIDATION_ERROR', '1002'],
      ['OBJECT_NOT_FOUND', '99'],
    ]);
  });

  it('refuses one id twice', async () => {
    const input = { id: '1001', properties: { seats: '50' } };
    const { status, body } = await twin.call('POST', '/crm/v3/objects/deals/batch/update', { inputs: [input, input] });
    expect(status).toBe(400);
    expect(body.message).toMatch(/^Duplicate IDs found in batch input: \[1001\]/);
  });
});

describe('batch upsert', () => {
  it('says which records are new', async () => {
    const upsert = (reference: string) => ({
      idProperty: 'order_reference',
      id: reference,
      properties: { dealname: 'Upserted', dealstage: 'contractsent' },
    });
    const { status, body } = await twin.call('POST', '/crm/v3/objects/deals/batch/upsert', {
      inputs: [upsert('AF-2026-118'), upsert('NEW-1')],
    });
    expect(status).toBe(200);
    expect(body.results.map((result: Json) => [result.id, result.new])).toEqual([
      ['1006', false],
      ['1007', true],
    ]);
    expect(twin.state.records['0-3']!['1007']!.properties.order_reference).toBe('NEW-1');
  });
});

describe('batch archive', () => {
  it('answers 204, even for ids that are gone, and takes the lines out of the deal', async () => {
    const lines = Object.keys(twin.state.links['0-3']!['1001']!['0-8']!);
    const inputs = [...lines, '424242'].map((id) => ({ id }));
    expect((await twin.call('POST', '/crm/v3/objects/line_items/batch/archive', { inputs })).status).toBe(204);
    const deal = await twin.call('GET', '/crm/v3/objects/deals/1001?properties=hs_tcv&associations=line_items');
    expect(deal.body.properties.hs_tcv).toBe('0.000');
    expect(deal.body).not.toHaveProperty('associations');
  });
});
