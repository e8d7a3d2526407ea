import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';
import { DESK, editRow } from './line-item-cases.js';

describe('Custom columns of line items', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('update-line-items', { statuses: ['document.completed'], add_and_delete: true });
  });
  afterAll(() => desk.close());

  const documentWith = async (columns: object) => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, 'Sales proposal');
    await editRow(desk, document, 'Desk', { columns });
    return { deal, document };
  };

  it('writes the column that is visible in the document and not the hidden one', async () => {
    const { deal, document } = await documentWith({ 'Delivery Week': '2027-W09', Warranty: '3_years' });
    await desk.complete(document);
    const [line] = await desk.lines(deal, 'delivery_week', 'warranty');
    expect(line).toMatchObject({ delivery_week: '2027-W09', warranty: null });
  });

  it('writes a column as soon as it is shown', async () => {
    const { deal, document } = await documentWith({ Warranty: '3_years' });
    await desk.control('PATCH', `/pandadoc/documents/${document}/blocks/${encodeURIComponent('Pricing Table 1')}`, {
      hidden: { Warranty: false },
    });
    await desk.complete(document);
    const [line] = await desk.lines(deal, 'warranty');
    expect(line).toMatchObject({ warranty: '3_years' });
  });

  it('fails the whole step when a value does not fit, and writes nothing', async () => {
    const { deal, document } = await documentWith({ Warranty: 'for ever' });
    await desk.control('PATCH', `/pandadoc/documents/${document}/blocks/${encodeURIComponent('Pricing Table 1')}`, {
      hidden: { Warranty: false },
    });
    await editRow(desk, document, 'Desk', { qty: '8' });
    await desk.complete(document);
    const run = (await desk.runs(document)).at(-1);
    expect(run).toMatchObject({ status: 'failed', error: { class: 'validation' } });
    expect(JSON.stringify(run.error.problems)).toMatch(/Warranty/i);
    expect((await desk.lines(deal))[0]).toMatchObject({ quantity: '2' });
  });
});
