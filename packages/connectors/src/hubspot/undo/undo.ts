import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { isForGood } from '../../sdk/connector-error.js';
import type { Change } from '../../sdk/plan.js';
import { said } from '../../sdk/said.js';
import { netChanges, UndoInput, UndoOutput, type NetChange } from '../../sdk/undo.js';
import { withId } from '../changes.js';
import type { HubSpotGateway } from '../client.js';
import { applyRecordUpdates } from '../fields/apply-record-updates.js';
import { applyItems } from '../line-items/apply-items.js';
import { PlannedReconciliation } from '../line-items/schema.js';
import { Undo } from '../line-items/undo.js';
import { beforeValues } from '../properties/write-set.js';
import { judgeEngagements, judgeFile } from './judge-engagements.js';
import { judgeItems } from './judge-items.js';
import { isRecordChange, judgeRecords, type JudgedRecords, type RecordToRestore } from './judge-records.js';
import { left, type Verdict } from '../../sdk/verdict.js';

const Remembered = z.object({ present: z.array(z.string()) });

const Planned = z.strictObject({
  undone: z.array(z.string()),
  records: z.array(
    z.strictObject({
      object: z.enum(['deals', 'companies', 'contacts']),
      id: z.string(),
      updates: PlannedReconciliation.shape.updates.element.shape.updates,
    }),
  ),
  items: PlannedReconciliation.pick({ deal_id: true, creates: true, updates: true, deletes: true, amount: true }),
  archives: z.array(z.strictObject({ object: z.enum(['notes', 'tasks']), ids: z.array(z.string()) })),
});

export const undo = defineWrite<HubSpotGateway>()({
  key: 'undo',
  title: said`Undo changes`,
  description: said`Takes back what Tandem changed in HubSpot, except what somebody has changed since.`,
  input: UndoInput,
  output: UndoOutput,
  memoryKey: ({ key }) => key,

  async plan({ gateway, remembered }, input) {
    const { changes, cancelled } = netChanges(input.changes);
    const items = await judgeItems(
      gateway,
      changes.filter(({ target }) => target.type === 'line_item'),
      Remembered.safeParse(remembered).data?.present,
    );
    const ofRecords = await judgeRecords(gateway, changes.filter(isRecordChange));
    const itemsAreLeft = items.verdicts.some(({ is }) => is === 'left');
    const records = itemsAreLeft ? withoutAmount(ofRecords) : ofRecords;
    const engagements = await judgeEngagements(gateway, changes);
    const others = changes.flatMap(judgeOther);
    const verdicts = [...items.verdicts, ...records.verdicts, ...engagements.verdicts, ...others];
    const dealId = input.changes.find((one) => one.deal_id !== null)?.deal_id ?? '';
    const { creates, updates, deletes, present } = items;
    const { amount, rest } = takeAmount(records.records, dealId);
    return {
      // Creations first and in the order of what is sent: they get their ids by their place.
      changes: creationsFirst(verdicts.flatMap((verdict) => (verdict.is === 'restored' ? [verdict.change] : []))),
      notes: verdicts.flatMap((verdict) => ('note' in verdict ? [verdict.note] : [])),
      data: {
        undone: [...cancelled, ...verdicts.flatMap((verdict) => (verdict.is === 'left' ? [] : verdict.ids))],
        records: rest,
        items: { deal_id: dealId, creates, updates, deletes, amount },
        archives: engagements.archives,
      },
      ...(items.verdicts.length > 0 ? { remember: { present } } : {}),
    };
  },

  async apply({ gateway }, plan) {
    const { undone, records, items, archives } = Planned.parse(plan.data);
    const back = new Undo();
    let created: string[] = [];
    try {
      await applyRecordUpdates(gateway, records);
      for (const { object, id, updates } of records) {
        back.push(said`put ${object} ${id} back`, () => gateway.update(object, id, beforeValues(updates)));
      }
      created = await applyItems(gateway, items);
    } catch (failure) {
      throw isForGood(failure) ? await back.all(failure) : failure;
    }
    for (const { object, ids } of archives) await gateway.archiveBatch(object, ids);
    const effects = plan.changes.map((change, place) => {
      const id = created[place];
      return id === undefined ? change : withId(change, id);
    });
    return { output: { undone }, effects };
  },
});

/** The amount follows the line items: where one of them stays, the amount of before would be wrong. */
function withoutAmount({ verdicts, records }: JudgedRecords): JudgedRecords {
  return {
    verdicts: verdicts.map((verdict) =>
      verdict.is === 'restored' && verdict.change.property === 'amount'
        ? left(
            verdict.change,
            said`not all line items can be put back, so the amount is for HubSpot or for you to set.`,
          )
        : verdict,
    ),
    records: records.map((record) => ({
      ...record,
      updates: record.updates.filter(({ property }) => property !== 'amount'),
    })),
  };
}

/** The deal's amount is written last, after the items from which a portal may compute it. */
function takeAmount(records: readonly RecordToRestore[], dealId: string) {
  const deal = records.find(({ object, id }) => object === 'deals' && id === dealId);
  const amount = deal?.updates.find(({ property }) => property === 'amount') ?? null;
  const rest = records
    .map((record) => ({ ...record, updates: record.updates.filter((update) => update !== amount) }))
    .filter(({ updates }) => updates.length > 0);
  return { amount: amount === null ? null : { before: amount.before, after: amount.after }, rest };
}

const creationsFirst = (changes: readonly Change[]): Change[] => [
  ...changes.filter(({ operation }) => operation === 'create'),
  ...changes.filter(({ operation }) => operation !== 'create'),
];

const JUDGED_TYPES: ReadonlySet<string> = new Set(['line_item', 'note', 'task']);

function judgeOther(net: NetChange): Verdict[] {
  if (net.target.type === 'file' && net.operation === 'create') return [judgeFile(net)];
  if (isRecordChange(net) || JUDGED_TYPES.has(net.target.type)) return [];
  return [left(net, said`Tandem cannot take this back; do it in HubSpot.`)];
}
