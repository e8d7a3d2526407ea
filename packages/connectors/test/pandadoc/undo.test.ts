import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fillFromDeal } from '../../src/pandadoc/actions/fill-from-deal.js';
import { getDocument } from '../../src/pandadoc/actions/get-document.js';
import { linkObject } from '../../src/pandadoc/actions/link-object.js';
import { sendDocument } from '../../src/pandadoc/actions/send-document.js';
import { updateDocument } from '../../src/pandadoc/actions/update-document.js';
import { undo } from '../../src/pandadoc/undo/undo.js';
import type { Change } from '../../src/sdk/plan.js';
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
const fill = (
  documentId: string,
  lineItems: LineItem[],
  more: { variables?: { name: string; value: string }[]; currency?: string } = {},
) =>
  world.write(fillFromDeal, {
    document_id: documentId,
    variables: more.variables ?? [],
    line_items: lineItems,
    currency: more.currency ?? null,
  });

let undos = 0;
const inputOf = (documentId: string, effects: readonly Change[]) => ({
  key: `undo-${(undos += 1)}`,
  changes: effects.map((effect, place) => ({ ...effect, id: `e${place}`, deal_id: null, document_id: documentId })),
});

/** What a row says, without ids and places. */
const content = (document: Awaited<ReturnType<typeof read>>) =>
  document.rows.map(({ name, sku, price, quantity, discount, description }) => ({
    name,
    sku,
    price,
    quantity,
    discount,
    description,
  }));

describe.each(['Sales proposal', 'Quote agreement'])('undoing an import into a draft of "%s"', (template) => {
  async function imported() {
    const id = await makeDraft(world, template);
    await fill(id, [lineItem('1'), lineItem('2', { discount: { type: 'percent', value: '10' } })], { currency: 'EUR' });
    const before = await read(id);
    const { effects } = await fill(id, [lineItem('1', { price: '120.5', name: 'Renamed' }), lineItem('3')], {
      currency: 'USD',
    });
    expect(content(await read(id))).not.toEqual(content(before));
    return { id, before, effects };
  }

  it('puts rows and currency back as they were', async () => {
    const { id, before, effects } = await imported();
    const { output } = await world.write(undo, inputOf(id, effects));
    const after = await read(id);
    expect(content(after)).toEqual(content(before));
    expect(after.currency).toBe('EUR');
    expect(output.undone).toHaveLength(effects.length);
  });

  it('leaves a row that somebody has changed since', async () => {
    const { id, effects } = await imported();
    const row = (await read(id)).rows.find(({ name }) => name === 'Product 3')!;
    await world.control('PATCH', `/pandadoc/documents/${id}/rows/${row.key.split(':')[1]}`, { qty: '9' });
    const { plan } = await world.write(undo, inputOf(id, effects));
    expect(plan.notes.map(({ message }) => message)).toContain(
      'Left as it is: somebody has changed its quantity since.',
    );
    expect((await read(id)).rows).toContainEqual(expect.objectContaining({ name: 'Product 3', quantity: '9' }));
  });

  it('makes nothing twice when the answer to the write is lost', async () => {
    const { id, before, effects } = await imported();
    const fault = { api: 'pandadoc', method: '(PATCH|PUT)', times: 1, effect: { kind: 'drop_after' } };
    await world.control('POST', '/faults', fault);
    const input = inputOf(id, effects);
    await world.write(undo, input).catch(() => undefined);
    const { output } = await world.write(undo, input);
    expect(content(await read(id))).toEqual(content(before));
    expect(output.undone).toHaveLength(effects.length);
  });
});

describe('undoing what was done to a document', () => {
  it('puts variables back, except one that somebody has changed since', async () => {
    const id = await makeDraft(world, 'Sales proposal');
    const [first, second] = (await read(id)).tokens.filter(({ name }) => name.startsWith('Deal.'));
    const variables = [first!, second!].map(({ name }) => ({ name, value: 'Imported' }));
    const { effects } = await fill(id, [], { variables });
    await world.write(updateDocument, { document_id: id, tokens: [{ name: second!.name, value: 'By hand' }] });
    const { plan } = await world.write(undo, inputOf(id, effects));
    expect(plan.notes).toEqual([expect.objectContaining({ message: expect.stringContaining('“By hand” since') })]);
    expect((await read(id)).tokens).toContainEqual(first);
  });

  it('changes nothing once the document was sent, and says so', async () => {
    const id = await makeDraft(world, 'Sales proposal');
    const { effects } = await fill(id, [lineItem('1')]);
    const { effects: sending } = await world.write(sendDocument, { document_id: id, silent: true });
    const plan = await world.plan(undo, inputOf(id, [...effects, ...sending]));
    expect(plan.changes).toEqual([]);
    expect(plan.notes.map(({ message }) => message)).toEqual([
      'Left as it is: a document that went to its recipients cannot be called back.',
      ...effects.map(() => 'Left as it is: the document is Sent, and only drafts can be changed.'),
    ]);
  });

  it('removes the link to the deal', async () => {
    const id = await makeDraft(world, 'Sales proposal');
    const { effects } = await world.write(linkObject, { document_id: id, deal_id: '1001' });
    await world.write(undo, inputOf(id, effects));
    expect((await read(id)).deal_id).toBeNull();
  });
});
