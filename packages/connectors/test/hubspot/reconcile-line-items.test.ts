import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { reconcileLineItems } from '../../src/hubspot/actions/reconcile-line-items.js';
import { rowOf } from '../../src/hubspot/testing/rows.js';
import type { PricingRow } from '../../src/sdk/pricing-row.js';
import { failureOf, HubSpotTestWorld } from './hubspot-world.js';

let world: HubSpotTestWorld;
let deal_id: string;
beforeAll(async () => {
  world = await HubSpotTestWorld.open();
});
beforeEach(async () => {
  await world.reset();
  deal_id = await world.dealNamed('Kestrel');
  await world.control('DELETE', '/requests');
});
afterAll(() => world.close());

const inputOf = (rows: PricingRow[], add_and_delete = true, currency: string | null = 'USD') => ({
  deal_id,
  document_id: 'doc-1',
  currency,
  rows,
  add_and_delete,
});

const edge = rowOf({ sku: 'HW-EDGE', name: 'Edge gateway', price: '500', quantity: '9' });
const temp = rowOf({
  sku: 'HW-TEMP',
  name: 'Sensor',
  price: '43',
  quantity: '120',
  discount: { type: 'percent', value: '10' },
});
const own = rowOf({ key: 'own', name: 'Our own thing', description: 'By hand', price: '19.99', quantity: '3' });

describe('reconciling line items with HubSpot', () => {
  it('creates, updates and deletes until the deal says what the document says', async () => {
    const { output, effects } = await world.write(reconcileLineItems, inputOf([edge, temp, own]));
    expect(output).toEqual({ created: 1, updated: 2, deleted: 1, unchanged: 0, amount: '9203.97' });
    const items = await world.lineItems(deal_id);
    expect(items.map(({ hs_sku, name, price, quantity }) => [hs_sku, name, price, quantity]).sort()).toEqual([
      [null, 'Our own thing', '19.99', '3'],
      ['HW-EDGE', 'Edge gateway', '500', '9'],
      ['HW-TEMP', 'Sensor', '43.00', '120'],
    ]);
    expect(await world.properties('deals', deal_id, 'amount', 'hs_tcv')).toEqual({
      amount: '9203.97',
      hs_tcv: expect.anything(),
    });
    const created = effects.find((effect) => effect.operation === 'create')!;
    expect(items.map((item) => item.id)).toContain(created.target.id);
    expect((await world.plan(reconcileLineItems, inputOf([edge, temp, own]))).changes).toEqual([]);
  });

  it('makes a new item of the product with its SKU', async () => {
    const sso = rowOf({ sku: 'PLT-SSO', name: 'Single sign-on', price: '1', description: null });
    await world.write(reconcileLineItems, inputOf([sso]));
    const [item] = await world.lineItems(deal_id);
    expect(item).toMatchObject({ hs_product_id: expect.stringMatching(/^\d+$/), description: null, price: '1' });
  });

  it('takes the newest of several products with one SKU and says so', async () => {
    const twin = await world.api('POST', '/crm/v3/objects/products', {
      properties: { name: 'Twin', hs_sku: 'PLT-SSO', price: '2' },
    });
    const plan = await world.plan(reconcileLineItems, inputOf([rowOf({ sku: 'PLT-SSO' })]));
    expect(plan.notes).toContainEqual({
      subject: 'SKU PLT-SSO',
      message: expect.stringContaining(`newest (${twin.id})`),
    });
  });

  it('only updates when adding and deleting is off', async () => {
    const { output, plan } = await world.write(reconcileLineItems, inputOf([edge, own], false));
    expect(output).toMatchObject({ created: 0, updated: 1, deleted: 0 });
    expect(await world.lineItems(deal_id)).toHaveLength(3);
    expect(plan.notes.map((note) => note.message).join('\n')).toContain('switched off');
  });

  it('writes visible columns to the custom properties that they name', async () => {
    const columns = [
      { name: 'Warranty', value: '3 years' },
      { name: 'Delivery week', value: '2027-W01' },
      { name: 'Margin', value: '12' },
    ];
    const { plan } = await world.write(reconcileLineItems, inputOf([{ ...edge, columns }]));
    const [item] = await world.lineItems(deal_id);
    expect(item).toMatchObject({ warranty: '3_years', delivery_week: '2027-W01' });
    expect(plan.notes).toEqual([
      { subject: 'Column "Margin"', message: 'Left out: it names no custom line item property in HubSpot.' },
    ]);
  });

  it('refuses a column whose value does not fit, naming row, column, property and reason', async () => {
    const columns = [{ name: 'Installation hours', value: 'a day' }];
    const failure = await failureOf(world.plan(reconcileLineItems, inputOf([{ ...edge, columns }])));
    expect(failure.problems).toEqual([
      {
        subject: 'Pricing Table 1, HW-EDGE, column "Installation hours"',
        message: expect.stringContaining('Installation hours (install_hours): "a day" is not a plain number'),
      },
    ]);
  });

  it('stops where document and deal are in different currencies', async () => {
    const failure = await failureOf(world.plan(reconcileLineItems, inputOf([edge], true, 'EUR')));
    expect(failure.errorClass).toBe('validation');
    expect(failure.message).toBe('The document is in EUR but the deal is in USD; no line item was changed.');
  });

  it("compares with the account's currency where the deal has none of its own", async () => {
    deal_id = await world.dealNamed('Oakridge');
    await failureOf(world.plan(reconcileLineItems, inputOf([edge], true, 'USD')));
    const plan = await world.plan(reconcileLineItems, inputOf([edge], true, 'eur'));
    expect(plan.changes.length).toBeGreaterThan(0);
  });

  it('does not mind the currency of a document without rows', async () => {
    const { output } = await world.write(reconcileLineItems, inputOf([], true, 'GBP'));
    expect(output).toMatchObject({ deleted: 3, amount: '0' });
  });

  it('writes in batches of a hundred', async () => {
    const rows = Array.from({ length: 230 }, (_, index) =>
      rowOf({ key: `k${index}`, name: `Thing ${index}`, price: '1' }),
    );
    const { output } = await world.write(reconcileLineItems, inputOf(rows));
    expect(output).toMatchObject({ created: 230, deleted: 3, amount: '230' });
    expect(await world.writes()).toEqual([
      'POST /crm/v3/objects/line_items/batch/create',
      'POST /crm/v3/objects/line_items/batch/create',
      'POST /crm/v3/objects/line_items/batch/create',
      'POST /crm/v3/objects/line_items/batch/archive',
      expect.stringMatching(/^PATCH \/crm\/v3\/objects\/deals\//),
    ]);
  });
});

describe('when HubSpot fails in the middle', () => {
  const writes = ['/batch/create', '/batch/update', '/batch/archive', '/objects/deals/'];

  it.each(writes)('ends right and twice nothing when the answer to %s is lost', async (path) => {
    const input = inputOf([edge, temp, own]);
    await world.control('POST', '/faults', {
      api: 'hubspot',
      path,
      method: path.startsWith('/batch') ? 'POST' : 'PATCH',
      times: 1,
      effect: { kind: 'drop_after' },
    });
    expect((await failureOf(world.write(reconcileLineItems, input))).errorClass).toBe('transient');
    await world.write(reconcileLineItems, input);
    const items = await world.lineItems(deal_id);
    expect(items.map((item) => item.name).sort()).toEqual(['Edge gateway', 'Our own thing', 'Sensor']);
    expect(await world.properties('deals', deal_id, 'amount')).toEqual({ amount: '9203.97' });
    expect((await world.plan(reconcileLineItems, input)).changes).toEqual([]);
  });

  it('keeps nothing when HubSpot refuses a row for good, and names the row', async () => {
    const before = await world.lineItems(deal_id);
    const refused = {
      status: 'error',
      category: 'VALIDATION_ERROR',
      message: 'A rule forbids this price',
      context: { ids: [before[1]!.id] },
    };
    await world.control('POST', '/faults', {
      api: 'hubspot',
      path: '/line_items/batch/update',
      times: 1,
      effect: {
        kind: 'answer',
        status: 207,
        body: {
          status: 'COMPLETE',
          results: [],
          numErrors: 1,
          errors: [refused],
          startedAt: '2026-11-23T10:00:00Z',
          completedAt: '2026-11-23T10:00:00Z',
        },
      },
    });
    const failure = await failureOf(world.write(reconcileLineItems, inputOf([edge, temp, own])));
    expect(failure.errorClass).toBe('validation');
    expect(failure.problems).toEqual([
      { subject: expect.stringContaining('Pricing Table 1, HW-TEMP'), message: 'A rule forbids this price' },
    ]);
    expect(await world.lineItems(deal_id)).toEqual(before);
    expect(await world.properties('deals', deal_id, 'amount')).toEqual({ amount: '15420' });
  });

  it('keeps nothing when HubSpot refuses a new row, and names that row', async () => {
    const before = await world.lineItems(deal_id);
    const tooLong = { ...own, key: 'long', place: 'row 3', name: 'Too long', description: 'x'.repeat(65_537) };
    const failure = await failureOf(world.write(reconcileLineItems, inputOf([edge, own, tooLong])));
    expect(failure.errorClass).toBe('validation');
    expect(failure.problems.map((problem) => problem.subject)).toEqual(['row 3 ("Too long")']);
    expect(await world.lineItems(deal_id)).toEqual(before);
  });

  it('brings deleted items back when at last the amount is refused', async () => {
    const before = await world.lineItems(deal_id);
    await world.control('POST', '/faults', {
      api: 'hubspot',
      method: 'PATCH',
      path: '/objects/deals/',
      times: 1,
      effect: { kind: 'preset', name: '403' },
    });
    const failure = await failureOf(world.write(reconcileLineItems, inputOf([edge])));
    expect(failure.errorClass).toBe('forbidden');
    expect(failure.message).toContain('crm.objects.deals.write');
    const withoutIds = (items: Record<string, string | null>[]) =>
      items.map(({ id: _id, ...rest }) => rest).sort((a, b) => a.hs_sku!.localeCompare(b.hs_sku!));
    expect(withoutIds(await world.lineItems(deal_id))).toEqual(withoutIds(before));
  });
});

describe('one product on two rows', () => {
  it('keeps to the row changed last over repeated runs', async () => {
    const first = { ...edge, key: 'first', quantity: '8' };
    const second = { ...edge, key: 'second', quantity: '2' };
    await world.write(reconcileLineItems, inputOf([first, second], false));
    const quantityOf = async () => (await world.lineItems(deal_id)).find((item) => item.hs_sku === 'HW-EDGE')!.quantity;
    expect(await quantityOf()).toBe('2');
    expect((await world.plan(reconcileLineItems, inputOf([first, second], false))).changes).toEqual([]);
    await world.write(reconcileLineItems, inputOf([{ ...first, quantity: '5' }, second], false));
    expect(await quantityOf()).toBe('5');
  });
});
