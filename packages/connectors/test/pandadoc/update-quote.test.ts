import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDocument } from '../../src/pandadoc/actions/get-document.js';
import { updateQuote } from '../../src/pandadoc/actions/update-quote.js';
import { makeDraft } from './draft.js';
import { SandboxWorld } from './sandbox-world.js';

let world: SandboxWorld;
beforeAll(async () => {
  world = await SandboxWorld.open();
  await world.control('PATCH', '/pandadoc/settings', { create_delay_ms: 20 });
});
afterAll(() => world.close());

const rowsOf = async (documentId: string) => (await world.read(getDocument, { document_id: documentId })).rows;

describe('updating a quote', () => {
  it('adds, changes, orders and removes items, and nothing the second time', async () => {
    const id = await makeDraft(world, 'Quote agreement');
    const sections = [
      {
        name: 'Products',
        items: [
          { name: 'A', price: '10', quantity: '2', discount: { type: 'percent' as const, value: '10' } },
          { name: 'B', price: '5', custom_columns: { 'Delivery Week': '42' }, line_item_id: '77' },
          { name: 'C', price: '1' },
        ],
      },
      { name: 'Extras' },
    ];
    const first = await world.write(updateQuote, { document_id: id, sections });
    expect(first.plan.changes.map(({ operation }) => operation)).toEqual(['create', 'create', 'create']);
    expect((await world.plan(updateQuote, { document_id: id, sections })).changes).toEqual([]);
    const [a, b] = await rowsOf(id);
    expect(b).toMatchObject({ line_item_id: '77', columns: [{ name: 'Delivery Week', value: '42' }] });

    const itemId = (key: string) => key.split(':')[1]!;
    const changed = await world.write(updateQuote, {
      document_id: id,
      currency: 'USD',
      sections: [
        { name: 'Products', items: [{ id: itemId(b!.key) }, { id: itemId(a!.key), price: '12' }] },
        { name: 'Extras' },
      ],
    });
    expect(changed.plan.changes).toMatchObject([
      { property: 'currency', before: 'EUR', after: 'USD' },
      { property: 'price', before: '10', after: '12' },
      { operation: 'delete', before: 'C' },
      { property: 'order' },
    ]);
    expect(await rowsOf(id)).toMatchObject([
      { name: 'B', columns: [{ name: 'Delivery Week', value: '42' }] },
      { name: 'A', price: '12', quantity: '2', discount: { type: 'percent', value: '10' } },
    ]);
  });

  it('removes sections that are not listed, and leaves all of them without a list', async () => {
    const id = await makeDraft(world, 'Quote agreement');
    expect((await world.plan(updateQuote, { document_id: id })).changes).toEqual([]);
    const { plan } = await world.write(updateQuote, { document_id: id, sections: [{ name: 'Products' }] });
    expect(plan.changes).toMatchObject([{ operation: 'delete', target: { type: 'quote_section' }, before: 'Extras' }]);
  });

  it('refuses an item that is not there, and a document without a quote', async () => {
    const id = await makeDraft(world, 'Quote agreement');
    const unknown = { document_id: id, sections: [{ name: 'Products', items: [{ id: 'gone' }] }] };
    await expect(world.plan(updateQuote, unknown)).rejects.toMatchObject({
      errorClass: 'validation',
      message: 'Quote, Products has nothing with the id "gone".',
    });
    const nda = await makeDraft(world, 'Mutual NDA');
    await expect(world.plan(updateQuote, { document_id: nda })).rejects.toMatchObject({ errorClass: 'not_found' });
  });

  it('refuses a document that is not Draft', async () => {
    const id = await makeDraft(world, 'Quote agreement');
    await world.control('POST', `/pandadoc/documents/${id}/send`, {});
    const update = world.plan(updateQuote, { document_id: id, currency: 'USD' });
    await expect(update).rejects.toMatchObject({ errorClass: 'conflict' });
  });
});
