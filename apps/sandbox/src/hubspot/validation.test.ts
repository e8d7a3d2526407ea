import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTwin, type Json, type Twin } from './testing/twin.js';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.close());

const write = (properties: Record<string, unknown>, id = '1001') =>
  twin.call('PATCH', `/crm/v3/objects/deals/${id}`, { properties });

/** What the deal holds after a write of one property. */
const kept = async (name: string, value: unknown): Promise<string | null> => {
  await write({ [name]: value });
  const { body } = await twin.call('GET', `/crm/v3/objects/deals/1001?properties=${name}`);
  return body.properties[name];
};

const codeOf = async (name: string, value: unknown): Promise<string> =>
  (await write({ [name]: value })).body.errors?.[0].code;

describe('a refused write', () => {
  it('names every bad property at once, in errors[] and in the JSON inside the message', async () => {
    const { status, body } = await write({
      bogus: 'x',
      seats: 'many',
      hs_tcv: '1',
      contract_type: 'Renewal',
      amount: '5',
    });
    expect(status).toBe(400);
    expect(Object.keys(body)).toEqual(['status', 'message', 'correlationId', 'errors', 'category']);
    expect(body.errors.map((error: Json) => [error.context.propertyName[0], error.code])).toEqual([
      ['bogus', 'PROPERTY_DOESNT_EXIST'],
      ['seats', 'INVALID_INTEGER'],
      ['hs_tcv', 'READ_ONLY_VALUE'],
      ['contract_type', 'INVALID_OPTION'],
    ]);
    const embedded = JSON.parse(body.message.slice('Property values were not valid: '.length));
    expect(embedded[0]).toEqual({
      isValid: false,
      message: 'Property "bogus" does not exist',
      error: 'PROPERTY_DOESNT_EXIST',
      name: 'bogus',
      localizedErrorMessage: 'Property "bogus" does not exist',
      propertyValue: 'x',
      portalId: 145908221,
    });
    expect(embedded).toHaveLength(4);
  });

  it('changes nothing, not even what was fine', async () => {
    await write({ bogus: 'x', amount: '5' });
    expect(twin.state.records['0-3']!['1001']!.properties.amount).toBe('28560');
  });

  it('lists the allowed options of a select', async () => {
    const { body } = await write({ contract_type: 'Renewal' });
    expect(body.errors[0].message).toMatch(
      /^Renewal was not one of the allowed options: \[label: "New"\nvalue: "new"\ndisplay_order: 0\nhidden: false\nread_only: false\n, /,
    );
  });
});

describe('values', () => {
  it.each([
    ['seats', 12, '12'],
    ['seats', '12.50', '12.50'],
    ['contract_start', '2027-02-28', '2027-02-28'],
    ['contract_start', String(Date.UTC(2027, 1, 28)), '2027-02-28'],
    ['signed_at', '2026-11-23T10:00:00+01:00', '2026-11-23T09:00:00Z'],
    ['signed_at', 1_764_000_000_123, '2025-11-24T16:00:00.123Z'],
    ['closedate', '2026-11-30', '2026-11-30T00:00:00Z'],
    ['signed', true, 'true'],
    ['payment_terms', 'net_60', 'net_60'],
    ['addons', 'training', 'training'],
    ['addons', ';training', 'onboarding;sso;training'],
    ['deal_currency_code', 'GBP', 'GBP'],
    ['hubspot_owner_id', '702', '702'],
    ['po_number', ' as it is ', ' as it is '],
  ])('%s takes %j and keeps %j', async (name, value, expected) => {
    expect(await kept(name, value)).toBe(expected);
  });

  it.each([
    ['seats', '1,000', 'INVALID_INTEGER'],
    ['contract_start', '28.02.2027', 'INVALID_DATE'],
    ['contract_start', '2027-02-30', 'INVALID_DATE'],
    ['contract_start', '1764000000123', 'INVALID_DATE'],
    ['signed_at', 'yesterday', 'INVALID_LONG'],
    ['signed_at', '2026-11-23T10:00:00', 'INVALID_LONG'],
    ['signed', 'yes', 'INVALID_OPTION'],
    ['addons', 'onboarding;parking', 'INVALID_OPTION'],
    ['deal_currency_code', 'CHF', 'INVALID_OPTION'],
    ['dealstage', 'Contract sent', 'INVALID_OPTION'],
    ['pipeline', 'nowhere', 'INVALID_OPTION'],
    ['hubspot_owner_id', '999', 'INVALID_OWNER_ID'],
    ['erp_status', 'x', 'READ_ONLY_VALUE'],
    ['hs_object_id', '1', 'READ_ONLY_VALUE'],
    ['order_reference', 'MF-2027-R1', 'CONFLICTING_UNIQUE_VALUE'],
    ['special_terms', 'x'.repeat(65_537), 'INVALID_STRING'],
    ['constructor', 'x', 'PROPERTY_DOESNT_EXIST'],
  ])('%s refuses %j as %s', async (name, value, code) => {
    expect(await codeOf(name, value)).toBe(code);
  });

  it('let a record keep its own unique value', async () => {
    expect((await write({ order_reference: 'MF-2027-R1' }, '1003')).status).toBe(200);
  });

  it.each([
    [{ price: '-1' }, 'INVALID_VALUE'],
    [{ hs_discount_percentage: '101' }, 'INVALID_VALUE'],
    [{ hs_recurring_billing_period: '24' }, 'INVALID_PERIOD'],
    [{ amount: '12' }, 'READ_ONLY_VALUE'],
    [{ hs_product_id: '77' }, 'INVALID_PRODUCT_ID'],
  ])('of a line item refuse %j as %s', async (properties, code) => {
    const { body } = await twin.call('POST', '/crm/v3/objects/line_items', { properties });
    expect(body.errors[0].code).toBe(code);
  });
});
