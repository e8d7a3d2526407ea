import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTwin, type Json, type Twin } from './testing/twin.js';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.close());

describe('property definitions', () => {
  it('have the shape that a picker filters by', async () => {
    const { body } = await twin.call('GET', '/crm/v3/properties/deals/contract_type');
    expect(body).toMatchObject({
      name: 'contract_type',
      label: 'Contract type',
      type: 'enumeration',
      fieldType: 'select',
      groupName: 'dealinformation',
      calculated: false,
      externalOptions: false,
      hasUniqueValue: false,
      hubspotDefined: false,
      archived: false,
      modificationMetadata: {
        archivable: true,
        readOnlyDefinition: false,
        readOnlyOptions: false,
        readOnlyValue: false,
      },
    });
    expect(body.options[0]).toEqual({ label: 'New', value: 'new', displayOrder: 0, hidden: false, description: '' });
  });

  it('mark what is calculated, read-only, unique or an owner', async () => {
    const { body } = await twin.call('GET', '/crm/properties/2026-03/deals');
    const byName = new Map<string, Json>(body.results.map((one: Json) => [one.name, one]));
    expect(byName.get('hs_tcv')).toMatchObject({ calculated: true, modificationMetadata: { readOnlyValue: true } });
    expect(byName.get('erp_status')).toMatchObject({
      calculated: false,
      modificationMetadata: { readOnlyValue: true },
    });
    expect(byName.get('order_reference')).toMatchObject({ hasUniqueValue: true });
    expect(byName.get('hubspot_owner_id')).toMatchObject({
      externalOptions: true,
      referencedObjectType: 'OWNER',
      options: [],
    });
    expect(byName.get('deal_currency_code').options.map(({ value }: Json) => value)).toEqual(['EUR', 'USD', 'GBP']);
  });

  it('can be made, written to and changed', async () => {
    const created = await twin.call('POST', '/crm/v3/properties/line_items', {
      name: 'document_line_key',
      label: 'Document line',
      type: 'string',
      fieldType: 'text',
      groupName: 'lineiteminformation',
      hasUniqueValue: true,
    });
    expect(created.status).toBe(201);
    const upsert = { idProperty: 'document_line_key', id: 'k1', properties: { name: 'Line' } };
    const batch = '/crm/v3/objects/line_items/batch/upsert';
    expect((await twin.call('POST', batch, { inputs: [upsert] })).body.results[0].new).toBe(true);
    expect((await twin.call('POST', batch, { inputs: [upsert] })).body.results[0].new).toBe(false);
    const changed = await twin.call('PATCH', '/crm/v3/properties/line_items/document_line_key', { label: 'Key' });
    expect(changed.body).toMatchObject({ label: 'Key', hasUniqueValue: true });
  });

  it('are refused when the name is taken, and restored when it is archived', async () => {
    const body = { name: 'seats', label: 'Seats', type: 'number', fieldType: 'number', groupName: 'dealinformation' };
    const taken = await twin.call('POST', '/crm/v3/properties/deals', body);
    expect(taken).toMatchObject({
      status: 409,
      body: { category: 'OBJECT_ALREADY_EXISTS', subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS' },
    });
    await twin.call('DELETE', '/crm/v3/properties/deals/seats');
    expect((await twin.call('GET', '/crm/v3/properties/deals/seats')).status).toBe(404);
    expect((await twin.call('POST', '/crm/v3/properties/deals', body)).status).toBe(201);
  });

  it('are read by name, many at once', async () => {
    const { status, body } = await twin.call('POST', '/crm/v3/properties/deals/batch/read', {
      inputs: [{ name: 'seats' }, { name: 'nope' }],
    });
    expect(status).toBe(207);
    expect(body.results.map(({ name }: Json) => name)).toEqual(['seats']);
    expect(body.errors[0].context).toEqual({ name: ['nope'] });
  });

  it('of HubSpot’s own cannot be changed', async () => {
    expect((await twin.call('PATCH', '/crm/v3/properties/deals/amount', { label: 'Sum' })).status).toBe(400);
  });
});

describe('pipelines', () => {
  it('list their stages in order, with metadata as text', async () => {
    const { body } = await twin.call('GET', '/crm/v3/pipelines/deals');
    expect(body.results.map(({ id }: Json) => id)).toEqual(['default', 'renewals']);
    expect(body.results[0].stages[5]).toMatchObject({
      id: 'closedwon',
      label: 'Closed won',
      displayOrder: 5,
      metadata: { isClosed: 'true', probability: '1.0' },
      writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
    });
  });

  it('answer one pipeline, its stages, one stage, and 404 for others', async () => {
    const get = async (path: string) => twin.call('GET', `/crm/pipelines/2026-03/deals/${path}`);
    expect((await get('renewals')).body.label).toBe('Renewals');
    expect((await get('renewals/stages')).body.results).toHaveLength(5);
    expect((await get('renewals/stages/183022472')).body.label).toBe('Renewal offered');
    expect((await get('none')).status).toBe(404);
    expect((await get('renewals/stages/closedwon')).status).toBe(404);
  });

  it('refuse a stage that an admin has deleted since', async () => {
    await twin.control('DELETE', '/pipelines/default/stages/contractsent');
    const { status } = await twin.call('PATCH', '/crm/v3/objects/deals/1001', {
      properties: { pipeline: 'default', dealstage: 'contractsent' },
    });
    expect(status).toBe(400);
  });
});

describe('owners, account, currencies and taxes', () => {
  it.each(['/crm/v3/owners', '/crm/v3/owners/', '/crm/owners/2026-03'])('owners are listed under %s', async (path) => {
    const { body } = await twin.call('GET', `${path}?limit=2`);
    expect(body.results.map(({ id }: Json) => id)).toEqual(['701', '702']);
    expect(body.paging.next.after).toBe('702');
    expect(body.results[0]).toMatchObject({ firstName: 'Ines', type: 'PERSON', archived: false });
  });

  it('an owner is found by e-mail address or id', async () => {
    const { body } = await twin.call('GET', '/crm/v3/owners?email=tom.okafor@harbourworks.example');
    expect(body.results[0].id).toBe('702');
    expect((await twin.call('GET', '/crm/v3/owners/702')).body.lastName).toBe('Okafor');
  });

  it('the account tells its currencies', async () => {
    for (const path of ['/account-info/v3/details', '/account-info/2026-03/details']) {
      expect((await twin.call('GET', path)).body).toMatchObject({
        portalId: 145908221,
        companyCurrency: 'EUR',
        additionalCurrencies: ['USD', 'GBP'],
        uiDomain: 'app.hubspot.com',
      });
    }
    const rates = await twin.call('GET', '/settings/v3/currencies/exchange-rates/current');
    expect(rates.body.results[0]).toMatchObject({
      fromCurrencyCode: 'USD',
      toCurrencyCode: 'EUR',
      conversionRate: 0.92,
    });
    expect((await twin.call('GET', '/tax-rates/v1/tax-rates/9001')).body.percentageRate).toBe(19);
  });
});
