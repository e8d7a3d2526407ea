import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fillFromDeal } from '../../src/pandadoc/actions/fill-from-deal.js';
import { getDocument } from '../../src/pandadoc/actions/get-document.js';
import type { LineItem } from '../../src/sdk/pricing-row.js';
import { makeDraft } from './draft.js';
import { SandboxWorld } from './sandbox-world.js';

let world: SandboxWorld;
beforeAll(async () => {
  world = await SandboxWorld.open();
  await world.control('PATCH', '/pandadoc/settings', { create_delay_ms: 20 });
});
afterAll(() => world.close());

const lineItem = (id: string, values: Partial<LineItem> = {}): LineItem => ({
  id,
  sku: `SKU-${id}`,
  name: `Product ${id}`,
  description: null,
  price: '100',
  quantity: '2',
  discount: null,
  properties: {},
  ...values,
});

const read = (documentId: string) => world.read(getDocument, { document_id: documentId });

async function fill(
  documentId: string,
  lineItems: LineItem[],
  more: { variables?: { name: string; value: string }[]; currency?: string | null } = {},
) {
  const input = {
    document_id: documentId,
    variables: more.variables ?? [],
    line_items: lineItems,
    currency: more.currency ?? null,
  };
  const done = await world.write(fillFromDeal, input);
  const after = await world.plan(fillFromDeal, input);
  expect(after.changes).toEqual([]); // whatever was imported, importing it again changes nothing
  return done;
}

const addRow = async (documentId: string, row: Record<string, unknown>): Promise<string> =>
  (await world.control('POST', `/pandadoc/documents/${documentId}/rows`, row)).row_id;

describe.each(['Sales proposal', 'Quote agreement'])('importing a deal into a draft of "%s"', (template) => {
  it('adds the products of the deal, then follows their changes', async () => {
    const id = await makeDraft(world, template);
    const first = await fill(id, [
      lineItem('1', { discount: { type: 'percent', value: '10' } }),
      lineItem('2', { discount: { type: 'absolute', value: '15.5' }, sku: null, description: 'Two lines' }),
    ]);
    expect(first.output).toMatchObject({ rows_added: 2, rows_changed: 0, rows_removed: 0 });
    expect(first.effects.map(({ target }) => target.id)).not.toContain(null);
    const document = await read(id);
    expect(document.rows).toMatchObject([
      { line_item_id: '1', sku: 'SKU-1', discount: { type: 'percent', value: '10' } },
      { line_item_id: '2', sku: null, discount: { type: 'absolute', value: '15.5' }, description: 'Two lines' },
    ]);
    expect(document.grand_total).toBe('364.5');

    const second = await fill(id, [lineItem('2', { price: '7.25', quantity: '3', name: 'New name' }), lineItem('3')]);
    expect(second.output).toMatchObject({ rows_added: 1, rows_changed: 1, rows_removed: 1 });
    expect((await read(id)).rows).toMatchObject([
      { line_item_id: '2', name: 'New name', price: '7.25', quantity: '3', discount: null, sku: 'SKU-2' },
      { line_item_id: '3' },
    ]);
  });

  it('says of each row what changes, where and from what', async () => {
    const id = await makeDraft(world, template);
    await fill(id, [lineItem('1')]);
    const input = { document_id: id, variables: [], line_items: [lineItem('1', { price: '120.5' })], currency: null };
    const { changes } = await world.plan(fillFromDeal, input);
    expect(changes).toMatchObject([{ operation: 'update', property: 'price', before: '100', after: '120.5' }]);
    expect(changes[0]?.target.label).toMatch(/(Pricing Table 1|Quote, Products), row 1: Product 1/);
  });

  it('keeps rows typed by hand and takes over those it knows by SKU or name', async () => {
    const id = await makeDraft(world, template);
    await addRow(id, { name: 'Typed by hand', price: '5', qty: '1', sku: '' });
    await addRow(id, { name: 'Old name', price: '1', qty: '1', sku: 'SKU-1', columns: { 'Delivery Week': '42' } });
    await addRow(id, { name: 'Product 2', price: '1', qty: '1', sku: '' });
    const { output } = await fill(id, [lineItem('1'), lineItem('2', { sku: null })]);
    expect(output).toMatchObject({ rows_added: 0, rows_changed: 2, rows_removed: 0 });
    expect((await read(id)).rows).toMatchObject([
      { name: 'Typed by hand', price: '5', line_item_id: null },
      { name: 'Product 1', price: '100', line_item_id: '1', columns: [{ name: 'Delivery Week', value: '42' }] },
      { name: 'Product 2', price: '100', line_item_id: '2' },
    ]);
    const emptied = await fill(id, []);
    expect(emptied.output.rows_removed).toBe(2);
    expect((await read(id)).rows.map(({ name }) => name)).toEqual(['Typed by hand']);
  });

  it('removes the row of a product it once knew only by name', async () => {
    const id = await makeDraft(world, template);
    await addRow(id, { name: 'Product 1', price: '100', qty: '2', sku: '' });
    const nothing = await fill(id, [lineItem('1', { sku: null })]);
    expect(nothing.plan.changes).toEqual([]);
    const { output } = await fill(id, []);
    expect(output.rows_removed).toBe(1);
  });

  it('follows the currency of the deal, and leaves it alone when the deal has none', async () => {
    const id = await makeDraft(world, template);
    await fill(id, [lineItem('1')], { currency: 'USD' });
    expect((await read(id)).pricing_currencies).toEqual(['USD']);
    for (const currency of [null, '']) {
      const { plan } = await fill(id, [lineItem('1')], { currency });
      expect(plan.changes).toEqual([]);
    }
    expect((await read(id)).pricing_currencies).toEqual(['USD']);
  });

  it('changes variables that the document has, but none of a role or of the document', async () => {
    const id = await makeDraft(world, template);
    const variables = [
      { name: 'Deal.Name', value: 'Acme renewal' },
      { name: 'Company.Name', value: 'Acme' },
      { name: 'Client.FirstName', value: 'Mallory' },
      { name: 'Document.GrandTotal', value: '0' },
      { name: 'Deal.Unknown', value: 'x' },
    ];
    const { output, plan } = await fill(id, [], { variables });
    expect(output.changed_variables).toBe(2);
    expect(plan.changes.map(({ property }) => property)).toEqual(['tokens.Deal.Name', 'tokens.Company.Name']);
    const { tokens } = await read(id);
    expect(tokens).toContainEqual({ name: 'Deal.Name', value: 'Acme renewal' });
    expect(tokens.map(({ name }) => name)).not.toContain('Deal.Unknown');
    expect(tokens.find(({ name }) => name === 'Client.FirstName')?.value).not.toBe('Mallory');
  });

  it('does not touch a single field', async () => {
    const id = await makeDraft(world, template);
    await world.control('PATCH', `/pandadoc/documents/${id}/fields`, { 'Deal.PoNumber': 'PO-1' });
    const before = (await read(id)).fields;
    await fill(id, [lineItem('1')], { variables: [{ name: 'Deal.PoNumber', value: 'PO-2' }], currency: 'GBP' });
    expect((await read(id)).fields).toEqual(before);
  });

  it('is refused once the document is no Draft any more, and says what to do', async () => {
    const id = await makeDraft(world, template);
    await world.control('POST', `/pandadoc/documents/${id}/send`, {});
    await expect(fill(id, [lineItem('1')])).rejects.toMatchObject({
      errorClass: 'conflict',
      message: expect.stringContaining('its status is Sent, not Draft'),
      remedy: 'Move the document back to Draft in PandaDoc, then run this again.',
    });
  });

  it('waits for the lock of the Word editor', async () => {
    const id = await makeDraft(world, template);
    await world.control('PATCH', `/pandadoc/documents/${id}`, { lock_seconds: 60 });
    const failure = await fill(id, [lineItem('1')]).catch((error: unknown) => error);
    expect(failure).toMatchObject({ errorClass: 'transient' });
    expect((failure as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(50_000);
  });

  it('does nothing twice when the answer to the write is lost', async () => {
    const id = await makeDraft(world, template);
    await world.control('POST', '/faults', {
      api: 'pandadoc',
      method: template === 'Sales proposal' ? 'PATCH' : 'PUT',
      path: '/public/v1/documents/',
      times: 1,
      effect: { kind: 'drop_after' },
    });
    await expect(fill(id, [lineItem('1')])).rejects.toMatchObject({ errorClass: 'transient' });
    const { plan } = await fill(id, [lineItem('1')]);
    expect(plan.changes).toEqual([]);
    expect((await read(id)).rows).toHaveLength(1);
  });
});

describe('importing into special tables', () => {
  it('keeps options of rows and values of hidden columns', async () => {
    const id = await makeDraft(world, 'Sales proposal');
    await addRow(id, {
      name: 'Product 1',
      sku: 'SKU-1',
      price: '1',
      qty: '1',
      optional: true,
      optional_selected: false,
      columns: { Warranty: '2 years' },
    });
    await fill(id, [lineItem('1'), lineItem('2')]);
    const raw = await world.control('GET', `/pandadoc/documents/${id}`);
    expect(raw.tables[0].sections[0].rows).toMatchObject([
      { optional: true, optional_selected: false, custom_columns: { Warranty: '2 years' }, price: '100' },
      { optional: false, custom_fields: { hubspot_line_item_id: '2' } },
    ]);
  });

  it('puts products into the section that the quote’s own rules name', async () => {
    const id = await makeDraft(world, 'Quote agreement');
    await fill(id, [lineItem('1', { name: 'Support plan' }), lineItem('2', { name: 'Licence' })]);
    const raw = await world.control('GET', `/pandadoc/documents/${id}`);
    const names = raw.quotes[0].sections.map(({ items }: { items: { name: string }[] }) =>
      items.map(({ name }) => name),
    );
    expect(names).toEqual([['Licence'], ['Support plan']]);
  });

  it('tells that a document without pricing took no products', async () => {
    const id = await makeDraft(world, 'Mutual NDA');
    const { plan } = await fill(id, [lineItem('1'), lineItem('2')]);
    expect(plan.changes).toEqual([]);
    expect(plan.notes[0]?.message).toBe(
      'The 2 products of the deal did not go in: it has no pricing table and no quote.',
    );
  });
});
