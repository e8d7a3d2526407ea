import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';
import { addRow, CHAIR, DESK, removeRow, rowsOf } from './line-item-cases.js';

// Several remote calls each, on machines that may be busy.

interface ShownPlan {
  changes: { property: string | null }[];
  notes: { subject: string; message: string }[];
}

const content = ({ name, hs_sku: sku, price, quantity, amount }: Record<string, string | null>) => ({
  name,
  sku,
  price,
  quantity,
  amount,
});

describe('Undoing a run', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('change-deal-stage', { pipeline: 'default', stages: { 'document.sent': 'contractsent' } });
    await desk.switchOn('update-deal-properties', { statuses: ['document.completed'] });
    await desk.switchOn('update-line-items', { statuses: ['document.completed'], add_and_delete: true });
    await desk.switchOn('attach-pdf', { statuses: ['document.sent'] });
  });
  afterAll(() => desk.close());
  afterEach(() => desk.control('DELETE', '/faults'));

  const runOf = async (document: string, recipe: string) => (await desk.runs(document, recipe)).at(-1);
  const preview = async (run: { id: string }) => {
    const { status, body } = await desk.api('POST', `/api/runs/${run.id}/undo/preview`, {});
    expect({ status, end: body.end }).toEqual({ status: 200, end: { kind: 'succeeded', message: null } });
    const plans: ShownPlan[] = body.steps.map(({ plan }: { plan: ShownPlan }) => plan);
    return { changes: plans.flatMap(({ changes }) => changes), notes: plans.flatMap(({ notes }) => notes) };
  };
  const undo = async (run: { id: string }) => {
    const { status, body } = await desk.api('POST', `/api/runs/${run.id}/undo`, {});
    expect(status).toBe(202);
    await desk.settled();
    return (await desk.api('GET', `/api/runs/${body.run_id}`)).body;
  };
  const statuses = async (run: { id: string }) =>
    (await desk.api('GET', `/api/effects?run=${run.id}`)).body.items.map((effect: { status: string }) => effect.status);

  async function sent(): Promise<{ deal: string; document: string }> {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, 'Sales proposal');
    await desk.act(document, 'send');
    await desk.settled();
    return { deal, document };
  }

  it('shows the inverse first and writes nothing by that', async () => {
    const { deal, document } = await sent();
    const { changes, notes } = await preview(await runOf(document, 'change-deal-stage'));
    expect(changes).toEqual([
      expect.objectContaining({ property: 'dealstage', before: 'contractsent', after: 'qualifiedtobuy' }),
    ]);
    expect(notes).toEqual([]);
    expect(await desk.dealProperties(deal, 'dealstage')).toEqual({ dealstage: 'contractsent' });
  });

  it('takes it back as a run of its own, seen in the ledger and in the history', async () => {
    const { deal, document } = await sent();
    const run = await runOf(document, 'change-deal-stage');
    const undone = await undo(run);
    expect(undone).toMatchObject({ status: 'succeeded', undo_of: run.id, retry_of: null });
    expect(undone.effects).toEqual([
      expect.objectContaining({ property: 'dealstage', after: 'qualifiedtobuy', status: 'applied', deal_id: deal }),
    ]);
    expect(await statuses(run)).toEqual(['undone']);
    expect(await desk.dealProperties(deal, 'dealstage')).toEqual({ dealstage: 'qualifiedtobuy' });
    const { body } = await desk.api('GET', `/api/events?deal=${deal}`);
    expect(body.items[0]).toMatchObject({ trigger: 'undo_requested', status: 'matched' });
  });

  it('is itself no news to the automations: the change is known as our own', async () => {
    const { deal, document } = await sent();
    await desk.poll();
    await undo(await runOf(document, 'change-deal-stage'));
    await desk.poll();
    await desk.settled();
    const { body } = await desk.api('GET', `/api/events?deal=${deal}`);
    const reported = body.items.filter((event: { connector: string }) => event.connector === 'hubspot');
    expect(reported.every((event: { status: string }) => event.status !== 'matched')).toBe(true);
  });

  it('has nothing left to do the second time', async () => {
    const { document } = await sent();
    const run = await runOf(document, 'change-deal-stage');
    await undo(run);
    expect((await preview(run)).changes).toEqual([]);
    const { status, body } = await desk.api('POST', `/api/runs/${run.id}/undo`, {});
    expect(status).toBe(409);
    expect(body.detail).toBe('Nothing that this run changed is left to undo.');
  });

  it('can itself be undone', async () => {
    const { deal, document } = await sent();
    const undone = await undo(await runOf(document, 'change-deal-stage'));
    await undo(undone);
    expect(await desk.dealProperties(deal, 'dealstage')).toEqual({ dealstage: 'contractsent' });
  });

  it('leaves each property alone that somebody has changed since, and says which', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Sales proposal');
    await desk.fill(document, { 'Deal.PoNumber': 'PO-77', 'Deal.ContractType': 'Renewal' });
    await desk.complete(document);
    const run = await runOf(document, 'update-deal-properties');
    await desk.hubspot('PATCH', `/crm/v3/objects/deals/${deal}`, { properties: { po_number: 'PO-78' } });

    const shown = await preview(run);
    expect(shown.notes).toContainEqual({
      subject: expect.stringContaining('po_number'),
      message: 'Left as it is: it has been changed to “PO-78” since.',
    });
    const undone = await undo(run);
    expect(undone.status).toBe('succeeded_with_differences');
    expect(await desk.dealProperties(deal, 'po_number', 'contract_type')).toEqual({
      po_number: 'PO-78',
      contract_type: null,
    });
    expect((await statuses(run)).sort()).toContain('applied');
  });

  it('puts line items and the amount back, also when the answer to a write is lost half way', async () => {
    const deal = await desk.deal({ amount: '5' }, [DESK, CHAIR]);
    const before = await desk.lines(deal);
    const document = await desk.document(deal, 'Sales proposal');
    await removeRow(desk, document, 'Chair');
    await addRow(desk, document, { name: 'Lamp', sku: 'T-LAMP', price: '80', qty: '1' });
    await desk.complete(document);
    expect((await desk.lines(deal)).map((line) => line.name)).toEqual(['Desk', 'Lamp']);
    const run = await runOf(document, 'update-line-items');

    await desk.control('POST', '/faults', {
      api: 'hubspot',
      method: 'POST',
      path: 'line_items/batch/create',
      times: 1,
      effect: { kind: 'drop_after' },
    });
    const undone = await undo(run);
    expect(undone.error).toBeNull();
    expect(undone.steps[0].failed_attempts).toHaveLength(1);
    expect((await desk.lines(deal)).map(content)).toEqual(before.map(content));
    expect(await desk.dealProperties(deal, 'amount')).toEqual({ amount: '5' });
    expect(new Set(await statuses(run))).toEqual(new Set(['undone']));
  });

  it('takes the attached PDF off the deal', async () => {
    const { deal, document } = await sent();
    expect(await desk.notes(deal)).toHaveLength(1);
    await undo(await runOf(document, 'attach-pdf'));
    expect(await desk.notes(deal)).toEqual([]);
  });

  it('takes an import out of a draft again', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, 'Sales proposal');
    await desk.addLine(deal, CHAIR);
    await desk.switchOn('import-from-crm');
    await desk.api('POST', '/api/runs', { recipe: 'import-from-crm', document_id: document });
    await desk.settled();
    expect(await rowsOf(desk, document)).toHaveLength(2);
    await undo(await runOf(document, 'import-from-crm'));
    expect((await rowsOf(desk, document)).map(({ name }) => name)).toEqual(['Desk']);
  });

  it('refuses a run that is not there', async () => {
    const { status } = await desk.api('POST', '/api/runs/00000000-0000-7000-8000-000000000000/undo', {});
    expect(status).toBe(404);
  });
});
