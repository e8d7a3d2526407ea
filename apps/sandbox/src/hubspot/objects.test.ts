import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTwin, type Json, type Twin } from './testing/twin.js';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.close());

describe('reading a record', () => {
  it('answers the default properties, sorted, when none are asked for', async () => {
    const { status, body } = await twin.call('GET', '/crm/v3/objects/deals/1001');
    expect(status).toBe(200);
    expect(Object.keys(body.properties)).toEqual([
      ...[
        'amount',
        'closedate',
        'createdate',
        'dealname',
        'dealstage',
        'hs_lastmodifieddate',
        'hs_object_id',
        'pipeline',
      ],
    ]);
    expect(body).toMatchObject({
      id: '1001',
      archived: false,
      properties: { amount: '28560', closedate: null, dealstage: 'presentationscheduled', pipeline: 'default' },
      url: 'https://app.hubspot.com/contacts/145908221/record/0-3/1001',
    });
  });

  it('answers null for what is unset and leaves out what is not defined', async () => {
    const { body } = await twin.call(
      'GET',
      '/crm/v3/objects/deals/1005?properties=amount,no_such_property&properties=seats',
    );
    expect(body.properties).toMatchObject({ amount: null, seats: null, hs_object_id: '1005' });
    expect(body.properties).not.toHaveProperty('no_such_property');
  });

  it.each(['/crm/v3/objects/deal/1001', '/crm/v3/objects/0-3/1001', '/crm/objects/2026-03/deals/1001'])(
    'finds the same deal under %s',
    async (path) => {
      const { body } = await twin.call('GET', path);
      expect(body.properties.dealname).toBe('Alder & Finch: platform for 12 clinics');
    },
  );

  it('lists associations under HubSpot’s keys, and a primary company twice', async () => {
    const { body } = await twin.call(
      'GET',
      '/crm/v3/objects/deals/1004?associations=line_items,companies&associations=notes',
    );
    expect(Object.keys(body.associations)).toEqual(['line items', 'companies']);
    expect(body.associations['line items'].results[0]).toEqual({ id: expect.any(String), type: 'deal_to_line_item' });
    expect(body.associations.companies.results).toEqual([
      { id: '2004', type: 'deal_to_company' },
      { id: '2004', type: 'deal_to_company_unlabeled' },
      { id: '2005', type: 'deal_to_company_unlabeled' },
      { id: '2005', type: 'implementation_partner' },
    ]);
  });

  it('finds a record by a unique property', async () => {
    const { body } = await twin.call('GET', '/crm/v3/objects/deals/MF-2027-R1?idProperty=order_reference');
    expect(body.id).toBe('1003');
    const refused = await twin.call('GET', '/crm/v3/objects/deals/x?idProperty=dealname');
    expect(refused).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
  });

  it('tells an unknown id from one that is no number', async () => {
    const unknown = await twin.call('GET', '/crm/v3/objects/deals/999999');
    expect(unknown.status).toBe(404);
    expect(unknown.body).toEqual({
      status: 'error',
      message: 'resource not found',
      correlationId: unknown.headers['x-hubspot-correlation-id'],
    });
    const odd = await twin.call('GET', '/crm/v3/objects/deals/undefined');
    expect(odd.body).toMatchObject({ category: 'OBJECT_NOT_FOUND', context: { id: ['undefined'] } });
  });

  it('refuses an address that lists too many properties', async () => {
    const { status } = await twin.call('GET', `/crm/v3/objects/deals/1001?properties=${'some_property,'.repeat(600)}`);
    expect(status).toBe(414);
  });

  it('pages through all records', async () => {
    const first = await twin.call('GET', '/crm/v3/objects/products?limit=5');
    expect(first.body.results).toHaveLength(5);
    const second = await twin.call('GET', `/crm/v3/objects/products?limit=5&after=${first.body.paging.next.after}`);
    expect(second.body.results.map(({ id }: { id: string }) => id)).toEqual(['4006', '4007', '4008']);
    expect(second.body).not.toHaveProperty('paging');
  });
});

describe('creating a record', () => {
  it('answers 201, stamps it and links it inline', async () => {
    const { status, body, headers } = await twin.call('POST', '/crm/v3/objects/deals', {
      properties: { dealname: 'New', dealstage: 'contractsent', amount: 12.5 },
      associations: [
        { to: { id: '2001' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 341 }] },
      ],
    });
    expect(status).toBe(201);
    expect(headers['content-type']).toBe('application/json;charset=utf-8');
    expect(body).toMatchObject({ id: '1007', createdAt: '2026-11-23T10:00:00.123Z', properties: { amount: '12.5' } });
    const read = await twin.call('GET', '/crm/v3/objects/deals/1007?associations=companies');
    expect(read.body.properties.pipeline).toBe('default');
    expect(read.body.associations.companies.results[0].type).toBe('deal_to_company');
  });

  it('needs a name and a stage for a deal, and says so about both at once', async () => {
    const { status, body } = await twin.call('POST', '/crm/v3/objects/deals', { properties: { amount: '1' } });
    expect(status).toBe(400);
    expect(body.errors.map((error: Json) => [error.code, error.context.propertyName[0]])).toEqual([
      ['MISSING_REQUIRED_PROPERTY', 'dealname'],
      ['MISSING_REQUIRED_PROPERTY', 'dealstage'],
    ]);
  });

  it('refuses an association that starts at another type of record, and creates nothing', async () => {
    const { status, body } = await twin.call('POST', '/crm/v3/objects/notes', {
      properties: { hs_timestamp: '2026-11-23T10:00:00Z' },
      associations: [{ to: { id: '1001' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }] }],
    });
    expect(status).toBe(400);
    expect(body.message).toBe('invalid from object type 0-46 for associations to be created. expected: 0-3');
    expect(Object.keys(twin.state.records['0-46']!)).toHaveLength(0);
  });

  it('names the record that an association cannot reach', async () => {
    const { body } = await twin.call('POST', '/crm/v3/objects/notes', {
      properties: { hs_timestamp: '2026-11-23T10:00:00Z' },
      associations: [{ to: { id: '77' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 214 }] }],
    });
    expect(body).toMatchObject({ context: { INVALID_OBJECT_IDS: ['DEAL=77 is not valid'] } });
  });

  it('answers a taken e-mail address with the holder’s id', async () => {
    const { status, body } = await twin.call('POST', '/crm/v3/objects/contacts', {
      properties: { email: 'niamh.burke@oakridge.example' },
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ category: 'CONFLICT', message: 'Contact already exists. Existing ID: 3005' });
  });

  it('refuses a body that is no JSON, and one without properties', async () => {
    const broken = await twin.call('POST', '/crm/v3/objects/deals', '{nope');
    expect(broken.status).toBe(400);
    expect(broken.body.message).toMatch(/^Invalid input JSON on line 1, column 1: /);
    const empty = await twin.call('POST', '/crm/v3/objects/deals', {});
    expect(empty.body.message).toMatch(/some of required attributes are not set \[properties\]/);
  });
});

describe('changing a record', () => {
  it('answers only what was written and the stamps, and moves the modified date', async () => {
    twin.pass(60_000);
    const { status, body } = await twin.call('PATCH', '/crm/v3/objects/deals/1001', { properties: { seats: 41 } });
    expect(status).toBe(200);
    expect(Object.keys(body.properties)).toEqual(['createdate', 'hs_lastmodifieddate', 'hs_object_id', 'seats']);
    expect(body).toMatchObject({ updatedAt: '2026-11-23T10:01:00.123Z', properties: { seats: '41' } });
  });

  it('clears a property with the empty string and passes over null', async () => {
    await twin.call('PATCH', '/crm/v3/objects/deals/1001', { properties: { seats: '', amount: null } });
    const { body } = await twin.call('GET', '/crm/v3/objects/deals/1001?properties=seats,amount');
    expect(body.properties).toMatchObject({ seats: null, amount: '28560' });
  });

  it('moves a deal to another pipeline only together with one of its stages', async () => {
    const alone = await twin.call('PATCH', '/crm/v3/objects/deals/1001', { properties: { dealstage: '183022471' } });
    expect(alone.status).toBe(400);
    expect(alone.body.errors[0]).toMatchObject({ code: 'INVALID_OPTION', context: { propertyName: ['dealstage'] } });
    const both = await twin.call('PATCH', '/crm/v3/objects/deals/1001', {
      properties: { pipeline: 'renewals', dealstage: '183022471' },
    });
    expect(both.status).toBe(200);
  });

  it('marks a deal as won when its stage is', async () => {
    await twin.call('PATCH', '/crm/v3/objects/deals/1001', { properties: { dealstage: 'closedwon' } });
    const { body } = await twin.call('GET', '/crm/v3/objects/deals/1001?properties=hs_is_closed_won,hs_closed_amount');
    expect(body.properties).toMatchObject({ hs_is_closed_won: 'true', hs_closed_amount: '28560.000' });
  });
});

describe('deleting a record', () => {
  it('moves it to the recycle bin, where it can still be read', async () => {
    expect((await twin.call('DELETE', '/crm/v3/objects/deals/1005')).status).toBe(204);
    expect((await twin.call('DELETE', '/crm/v3/objects/deals/1005')).status).toBe(204);
    expect((await twin.call('GET', '/crm/v3/objects/deals/1005')).status).toBe(404);
    const binned = await twin.call('GET', '/crm/v3/objects/deals/1005?archived=true');
    expect(binned.body).toMatchObject({ archived: true, archivedAt: '2026-11-23T10:00:00.123Z' });
  });
});
