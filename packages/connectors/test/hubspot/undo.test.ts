import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/sdk/plan.js';
import type { MadeChange } from '../../src/sdk/undo.js';
import { attachFile } from '../../src/hubspot/actions/attach-file.js';
import { createNote } from '../../src/hubspot/actions/create-note.js';
import { createTask } from '../../src/hubspot/actions/create-task.js';
import { reconcileLineItems } from '../../src/hubspot/actions/reconcile-line-items.js';
import { updateDealStage } from '../../src/hubspot/actions/update-deal-stage.js';
import { updateProperties } from '../../src/hubspot/actions/update-properties.js';
import { rowOf } from '../../src/hubspot/testing/rows.js';
import { undo } from '../../src/hubspot/undo/undo.js';
import { failureOf, HubSpotTestWorld } from './hubspot-world.js';

let world: HubSpotTestWorld;
let deal_id: string;
beforeAll(async () => {
  world = await HubSpotTestWorld.open();
});
beforeEach(async () => {
  await world.reset();
  deal_id = await world.dealNamed('Alder & Finch: platform');
});
afterAll(() => world.close());

/** Effects as the ledger would hand them back. */
const ledger = (effects: readonly Change[]): MadeChange[] =>
  effects.map((effect, place) => ({ ...effect, id: `e${place}`, deal_id, document_id: null }));
const undoOf = (effects: readonly Change[]) => ({ key: 'undo-1', changes: ledger(effects) });
const patch = (type: string, id: string, properties: Record<string, string>) =>
  world.api('PATCH', `/crm/v3/objects/${type}/${id}`, { properties });
const loseAnswer = (method: string, path: string) =>
  world.control('POST', '/faults', { api: 'hubspot', method, path, times: 1, effect: { kind: 'drop_after' } });

describe('Undoing properties', () => {
  const write = () =>
    world.write(updateProperties, {
      object: 'deals',
      id: deal_id,
      properties: { amount: 777, closedate: '2027-03-01', description: '' },
    });

  it('puts each back as it was, with the inverse as its plan', async () => {
    const before = await world.properties('deals', deal_id, 'amount', 'closedate', 'description');
    const { effects } = await write();
    const { plan, output } = await world.write(undo, undoOf(effects));
    expect(plan.changes).toEqual(
      effects.map((effect) => expect.objectContaining({ property: effect.property, after: effect.before })),
    );
    expect(output.undone).toHaveLength(effects.length);
    expect(await world.properties('deals', deal_id, 'amount', 'closedate', 'description')).toEqual(before);
  });

  it('leaves what somebody has changed since, and says so by name', async () => {
    const { effects } = await write();
    await patch('deals', deal_id, { amount: '5' });
    const { plan, output } = await world.write(undo, undoOf(effects));
    expect(plan.notes).toEqual([
      {
        subject: expect.stringMatching(/Alder.*, amount/),
        message: 'Left as it is: it has been changed to 5 EUR since.',
      },
    ]);
    expect(plan.changes.map(({ property }) => property)).not.toContain('amount');
    expect(output.undone).toHaveLength(effects.length - 1);
    expect(await world.properties('deals', deal_id, 'amount')).toEqual({ amount: '5' });
  });

  it('does nothing the second time', async () => {
    const { effects } = await write();
    await world.write(undo, undoOf(effects));
    const again = await world.write(undo, undoOf(effects));
    expect(again.plan.changes).toEqual([]);
    expect(again.output.undone).toHaveLength(effects.length);
  });

  it('tells a record that is gone', async () => {
    const contact = await world.api('POST', '/crm/v3/objects/contacts', { properties: { email: 'gone@test.test' } });
    const { effects } = await world.write(updateProperties, {
      object: 'contacts',
      id: contact.id,
      properties: { firstname: 'Ann' },
    });
    await world.api('DELETE', `/crm/v3/objects/contacts/${contact.id}`);
    const plan = await world.plan(undo, undoOf(effects));
    expect(plan.changes).toEqual([]);
    expect(plan.notes[0]!.message).toContain('no longer in HubSpot');
  });
});

describe('Undoing a move of the deal', () => {
  const stage = () => world.properties('deals', deal_id, 'pipeline', 'dealstage');

  it('takes it back into the pipeline and the stage that it came from', async () => {
    const before = await stage();
    const { effects } = await world.write(updateDealStage, { deal_id, pipeline: 'renewals', stage: '183022472' });
    await world.write(undo, undoOf(effects));
    expect(await stage()).toEqual(before);
  });

  it('leaves a deal that has gone on', async () => {
    const { effects } = await world.write(updateDealStage, { deal_id, pipeline: 'renewals', stage: '183022472' });
    await patch('deals', deal_id, { pipeline: 'renewals', dealstage: '183022474' });
    const plan = await world.plan(undo, undoOf(effects));
    expect(plan.changes).toEqual([]);
    expect(plan.notes.map(({ message }) => message)).toContain('Left as it is: the deal has been moved on since.');
  });
});

describe('Undoing line items', () => {
  const rows = [rowOf({ sku: 'NEW', name: 'New one', price: '10', quantity: '2' })];
  const reconcile = () =>
    world.write(reconcileLineItems, { deal_id, document_id: 'd', currency: null, rows, add_and_delete: true });
  const said = async () =>
    (await world.lineItems(deal_id))
      .map(({ id: _id, ...item }) => item)
      .sort((a, b) => String(a.name).localeCompare(String(b.name)));

  it('deletes the new, makes the deleted anew and sets the amount back', async () => {
    const [items, amount] = [await said(), await world.properties('deals', deal_id, 'amount')];
    expect(items.length).toBeGreaterThan(0);
    const { effects } = await reconcile();
    const { effects: undone, output } = await world.write(undo, undoOf(effects));
    expect(await said()).toEqual(items);
    expect(await world.properties('deals', deal_id, 'amount')).toEqual(amount);
    expect(output.undone).toHaveLength(effects.length);
    expect(undone.filter(({ operation }) => operation === 'create').every(({ target }) => target.id !== null)).toBe(
      true,
    );
  });

  it('keeps a new one that somebody has changed since, and with it the amount', async () => {
    const { effects } = await reconcile();
    const created = effects.find(({ operation }) => operation === 'create')!;
    await patch('line_items', created.target.id!, { quantity: '9' });
    const { plan } = await world.write(undo, undoOf(effects));
    expect(plan.notes).toContainEqual({
      subject: 'New one',
      message: 'Left as it is: somebody has changed its quantity since.',
    });
    expect(plan.changes.map(({ property }) => property)).not.toContain('amount');
    expect((await said()).find(({ name }) => name === 'New one')).toMatchObject({ quantity: '9' });
  });

  it.each(['batch/create', 'batch/archive'])('makes nothing twice when the answer to %s is lost', async (path) => {
    const items = await said();
    const { effects } = await reconcile();
    await loseAnswer('POST', `line_items/${path}`);
    expect((await failureOf(world.write(undo, undoOf(effects)))).errorClass).toBe('transient');
    const { output } = await world.write(undo, undoOf(effects));
    expect(await said()).toEqual(items);
    expect(output.undone).toHaveLength(effects.length);
  });
});

describe('Undoing notes, tasks and attachments', () => {
  const notes = async () => (await world.api('GET', `/crm/v4/objects/deals/${deal_id}/associations/notes`)).results;

  it('removes them, and says that the file stays in the file manager', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.4');
    const file = await world.files.put({ name: 'A.pdf', mediaType: 'application/pdf', bytes });
    const before = (await notes()).length;
    const made = [
      ...(await world.write(attachFile, { deal_id, file, key: 'doc:sent', note: 'See <this> & that\nnow' })).effects,
      ...(await world.write(createNote, { deal_id, body: 'Viewed' })).effects,
      ...(await world.write(createTask, { deal_id, title: 'Call', body: 'Soon' })).effects,
    ];
    const { plan, output } = await world.write(undo, undoOf(made));
    expect(plan.changes.map(({ operation, target }) => [operation, target.type])).toEqual([
      ['delete', 'note'],
      ['delete', 'note'],
      ['delete', 'task'],
    ]);
    expect(plan.notes).toEqual([{ subject: 'A.pdf', message: expect.stringContaining('stays, private') }]);
    expect(output.undone).toHaveLength(made.length);
    expect(await notes()).toHaveLength(before);
  });

  it('keeps a note that somebody has written into, and a task that is done', async () => {
    const note = await world.write(createNote, { deal_id, body: 'Viewed' });
    const task = await world.write(createTask, { deal_id, title: 'Call' });
    await patch('notes', note.output.note_id, { hs_note_body: '<p>Viewed</p><p>and I called</p>' });
    await patch('tasks', task.output.task_id, { hs_task_status: 'COMPLETED' });
    const plan = await world.plan(undo, undoOf([...note.effects, ...task.effects]));
    expect(plan.changes).toEqual([]);
    expect(plan.notes.map(({ message }) => message)).toEqual([
      'Left as it is: somebody has changed its text since.',
      'Left as it is: the task has been done.',
    ]);
  });
});
