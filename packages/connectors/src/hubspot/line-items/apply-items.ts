import { ConnectorError, isForGood, type Problem } from '../../sdk/connector-error.js';
import { said } from '../../sdk/said.js';
import { chunks } from '../chunks.js';
import type { HubSpotGateway } from '../client.js';
import { afterValues, beforeValues } from '../properties/write-set.js';
import { ASSOCIATION, BATCH_LIMIT, type RefusedRecord } from '../records.js';
import type { PlannedCreate, PlannedDelete, PlannedUpdate } from './reconcile.js';
import { Undo } from './undo.js';

export type PlannedItems = {
  deal_id: string;
  creates: PlannedCreate[];
  updates: PlannedUpdate[];
  deletes: PlannedDelete[];
  amount: { before: string | null; after: string } | null;
};

/**
 * Writes the planned items: creates, updates, deletes, and the deal's amount last, which a portal may have recomputed
 * meanwhile. When HubSpot refuses something for good, all that this call wrote is undone before it fails. After a
 * passing fault nothing is undone: the next plan sees what is there and goes on.
 * Returns the ids of the created items, in the order of `creates`.
 */
export async function applyItems(gateway: HubSpotGateway, planned: PlannedItems): Promise<string[]> {
  const undo = new Undo();
  try {
    const created = await createItems(gateway, planned, undo);
    await updateItems(gateway, planned, undo);
    await deleteItems(gateway, planned, undo);
    if (planned.amount !== null) await gateway.update('deals', planned.deal_id, { amount: planned.amount.after });
    return created;
  } catch (failure) {
    throw isForGood(failure) ? await undo.all(failure) : failure;
  }
}

async function createItems(gateway: HubSpotGateway, planned: PlannedItems, undo: Undo): Promise<string[]> {
  const ids: string[] = [];
  for (const part of chunks(planned.creates, BATCH_LIMIT)) {
    const records = part.map(({ properties }) => newItem(planned.deal_id, properties));
    const { created, refused } = await namingRows(part, () => gateway.createBatch('line_items', records));
    const made = created.filter((id) => id !== undefined);
    undo.push(said`delete the new line items`, () => gateway.archiveBatch('line_items', made));
    refuse(refused, part);
    if (made.length !== part.length) throw strangeAnswer();
    ids.push(...made);
  }
  return ids;
}

const newItem = (dealId: string, properties: Record<string, string>) => ({
  properties,
  dealId,
  associationTypeId: ASSOCIATION.lineItemToDeal,
});

async function updateItems(gateway: HubSpotGateway, planned: PlannedItems, undo: Undo): Promise<void> {
  for (const part of chunks(planned.updates, BATCH_LIMIT)) {
    const records = part.map(({ id, updates }) => ({ id, properties: afterValues(updates) }));
    const refused = await namingRows(part, () => gateway.updateBatch('line_items', records));
    const refusedIds = new Set(refused.map((one) => one.id ?? part[one.index ?? -1]?.id));
    const before = part
      .filter((one) => !refusedIds.has(one.id))
      .map(({ id, updates }) => ({ id, properties: beforeValues(updates) }));
    undo.push(said`put the line items back`, async () => {
      if (before.length > 0) await gateway.updateBatch('line_items', before);
    });
    refuse(refused, part);
  }
}

async function deleteItems(gateway: HubSpotGateway, planned: PlannedItems, undo: Undo): Promise<void> {
  for (const part of chunks(planned.deletes, BATCH_LIMIT)) {
    await gateway.archiveBatch(
      'line_items',
      part.map((one) => one.id),
    );
    undo.push(said`bring the deleted line items back`, async () => {
      await gateway.createBatch(
        'line_items',
        part.map(({ properties }) => newItem(planned.deal_id, filledOnly(properties))),
      );
    });
  }
}

/** What HubSpot calculates or stamps itself cannot be sent back. */
export function filledOnly(properties: PlannedDelete['properties']): Record<string, string> {
  const stamps = new Set(['createdate', 'hs_createdate', 'hs_lastmodifieddate', 'hs_object_id', 'amount']);
  const filled = Object.entries(properties).flatMap(([name, value]) =>
    value === null || value === '' || stamps.has(name) ? [] : [[name, value] as const],
  );
  return Object.fromEntries(filled);
}

/** A refusal of a whole batch says nothing of rows; where the batch is one row, that row is meant. */
async function namingRows<Result>(part: readonly { place: string }[], write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (failure) {
    const [only] = part;
    if (!isForGood(failure) || part.length !== 1 || only === undefined) throw failure;
    const problems = failure.problems.map(({ subject, message }) => ({
      subject: only.place,
      message: said`${subject}: ${message}`,
    }));
    throw new ConnectorError(failure.errorClass, failure.message, {
      problems: problems.length > 0 ? problems : [{ subject: only.place, message: failure.message }],
      ...(failure.remedy === undefined ? {} : { remedy: failure.remedy }),
    });
  }
}

function refuse(
  refused: readonly RefusedRecord[],
  part: readonly { place: string; label: string; id?: string }[],
): void {
  if (refused.length === 0) return;
  if (refused.every((one) => one.category === 'OBJECT_NOT_FOUND')) {
    throw new ConnectorError(
      'transient',
      said`A line item was deleted in HubSpot in this moment; the step is planned again.`,
    );
  }
  const problems = refused.map(({ index, id, message }): Problem => {
    const row = index === undefined ? part.find((one) => one.id === id) : part[index];
    return { subject: row === undefined ? said`A row` : said`${row.place} ("${row.label}")`, message };
  });
  throw new ConnectorError('validation', said`HubSpot refused line items; none of this step was kept.`, {
    problems,
    remedy: said`Correct the named rows in the PandaDoc document, or the properties in HubSpot.`,
  });
}

const strangeAnswer = (): ConnectorError =>
  new ConnectorError('transient', said`HubSpot did not say which line items it created; the step is planned again.`);
