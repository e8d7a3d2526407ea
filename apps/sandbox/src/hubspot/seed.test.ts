import { describe, expect, it } from '@jest/globals';
import { seedHubSpot } from './seed.js';
import { startTwin } from './testing/twin.js';

const NOW = new Date('2026-11-23T10:00:00Z');

describe('the portal at the start', () => {
  const state = seedHubSpot(NOW);
  const records = (type: string) => Object.values(state.records[type] ?? {});

  it('can be saved as JSON and read again without loss', () => {
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('is the same every time, but for the clock', () => {
    expect(seedHubSpot(NOW)).toEqual(state);
  });

  it('has six deals in both pipelines, one of them bare and one without a currency', () => {
    expect(records('0-3').map(({ id }) => id)).toEqual(['1001', '1002', '1003', '1004', '1005', '1006']);
    expect(new Set(records('0-3').map(({ properties }) => properties.pipeline))).toEqual(
      new Set(['default', 'renewals']),
    );
    expect(state.links['0-3']?.['1005']).toBeUndefined();
    expect(state.records['0-3']?.['1004']?.properties).not.toHaveProperty('deal_currency_code');
  });

  it('has eight products with SKUs', () => {
    expect(records('0-7').map(({ properties }) => properties.hs_sku)).toEqual([
      ...['PLT-100', 'SRV-ONB', 'SUP-PRM', 'SRV-TRN', 'HW-EDGE', 'HW-TEMP', 'PLT-RES', 'PLT-SSO'],
    ]);
  });

  it('has custom deal properties of every kind', () => {
    const custom = Object.values(state.properties['0-3'] ?? {}).filter(({ hubspotDefined }) => !hubspotDefined);
    expect(Object.fromEntries(custom.map((one) => [one.name, `${one.type}/${one.fieldType}`]))).toMatchObject({
      contract_type: 'enumeration/select',
      payment_terms: 'enumeration/radio',
      signed: 'enumeration/booleancheckbox',
      addons: 'enumeration/checkbox',
      contract_start: 'date/date',
      signed_at: 'datetime/date',
      seats: 'number/number',
      po_number: 'string/text',
      special_terms: 'string/textarea',
      erp_status: 'string/text',
      order_reference: 'string/text',
    });
  });
});

describe('the world', () => {
  it('is told of writes, so that it can be saved, and not of reads', async () => {
    const twin = await startTwin();
    let writes = 0;
    twin.world.onChange = () => {
      writes += 1;
    };
    await twin.call('GET', '/crm/v3/objects/deals/1001');
    await twin.call('POST', '/crm/v3/objects/deals/search', {});
    expect(writes).toBe(0);
    await twin.call('PATCH', '/crm/v3/objects/deals/1001', { properties: { seats: '1' } });
    await twin.call('PUT', '/crm/v4/objects/deals/1005/associations/default/companies/2001');
    await twin.call('DELETE', '/crm/v3/objects/deals/1005');
    expect(writes).toBe(3);
    await twin.close();
  });

  it('may be replaced while the twin runs', async () => {
    const twin = await startTwin();
    await twin.call('DELETE', '/crm/v3/objects/deals/1001');
    twin.world.state = seedHubSpot(NOW);
    expect((await twin.call('GET', '/crm/v3/objects/deals/1001')).status).toBe(200);
    await twin.close();
  });
});
