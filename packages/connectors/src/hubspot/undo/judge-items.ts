import type { Json, JsonObject } from '@tandem/recipes';
import { z } from 'zod';
import { said } from '../../sdk/said.js';
import type { NetChange } from '../../sdk/undo.js';
import { creation, deletion } from '../changes.js';
import type { HubSpotGateway } from '../client.js';
import { filledOnly } from '../line-items/apply-items.js';
import { readItems } from '../line-items/read-items.js';
import type { PlannedCreate, PlannedDelete, PlannedUpdate } from '../line-items/reconcile.js';
import type { PropertyDefinition } from '../properties/definition.js';
import type { HubSpotRecord } from '../records.js';
import { toUpdate } from './judge-records.js';
import { left, subjectOf, type Verdict } from '../../sdk/verdict.js';
import { isSame, judgeProperty } from './judge-property.js';

export interface JudgedItems {
  verdicts: Verdict[];
  creates: PlannedCreate[];
  updates: PlannedUpdate[];
  deletes: PlannedDelete[];
  /** The deal's items before anything was taken back, by which a repeat knows what it made anew. */
  present: string[];
}

const Values = z.record(z.string(), z.string().nullable());

interface Situation {
  items: readonly HubSpotRecord[];
  definitions: readonly PropertyDefinition[];
  judged: JudgedItems;
  /** Items that an earlier attempt made anew, each to be claimed once. */
  made: HubSpotRecord[];
}

/** Line items that were created, changed or deleted. What was deleted comes back as a new one: HubSpot restores none. */
export async function judgeItems(
  gateway: HubSpotGateway,
  changes: readonly NetChange[],
  remembered: readonly string[] | undefined,
): Promise<JudgedItems> {
  const judged: JudgedItems = { verdicts: [], creates: [], updates: [], deletes: [], present: [] };
  const dealId = changes.find((net) => net.deal_id !== null)?.deal_id;
  if (changes.length === 0) return judged;
  const definitions = await gateway.definitions('line_items', true);
  const ofDeal = dealId == null ? [] : await readItems(gateway, dealId, definitions);
  judged.present = [...(remembered ?? ofDeal.map(({ id }) => id))];
  const made = ofDeal.filter(({ id }) => !judged.present.includes(id));
  const situation = { items: await readTouched(gateway, changes), definitions, judged, made };
  for (const net of changes) judged.verdicts.push(judgeItem(net, situation));
  return judged;
}

function judgeItem(net: NetChange, situation: Situation): Verdict {
  switch (net.operation) {
    case 'create':
      return judgeCreated(net, situation);
    case 'delete':
      return judgeDeleted(net, situation);
    case 'update':
      return judgeUpdated(net, situation);
  }
}

function judgeCreated(net: NetChange, { items, definitions, judged }: Situation): Verdict {
  const values = Values.safeParse(net.after).data ?? {};
  if (net.target.id === null) return left(net, said`HubSpot never told its id; delete it there if it must go.`);
  const item = items.find(({ id }) => id === net.target.id);
  if (item === undefined) return { is: 'already', ids: net.ids };
  const changed = Object.entries(values).filter(
    ([name, value]) => !isSame(definitionOf(definitions, name), item.properties[name], value),
  );
  if (changed.length > 0)
    return left(net, said`somebody has changed its ${changed.map(([name]) => name).join(', ')} since.`);
  const label = net.target.label ?? item.id;
  const told = Object.fromEntries(Object.keys(values).map((name) => [name, item.properties[name] ?? null]));
  judged.deletes.push({ id: item.id, label, properties: told });
  return { is: 'restored', ids: net.ids, change: deletion({ ...ofItem(net), id: item.id, label }, told) };
}

const ofItem = ({ target: { currency } }: NetChange) => ({ type: 'line_item' as const, ...(currency && { currency }) });

function judgeDeleted(net: NetChange, { definitions, judged, made }: Situation): Verdict {
  const values = Values.safeParse(net.before).data;
  if (values === undefined || net.deal_id === null) return left(net, said`not enough is known of it to make it anew.`);
  const properties = filledOnly(values);
  const again = made.findIndex((item) => saysTheSame(item, properties, definitions));
  if (again >= 0) {
    made.splice(again, 1);
    return { is: 'already', ids: net.ids };
  }
  const label = net.target.label ?? properties.name ?? '';
  judged.creates.push({ row_key: net.ids[0] ?? '', place: said`Deleted line item`, label, properties });
  return { is: 'restored', ids: net.ids, change: creation({ ...ofItem(net), label }, properties) };
}

function judgeUpdated(net: NetChange, { items, definitions, judged }: Situation): Verdict {
  const item = items.find(({ id }) => id === net.target.id);
  if (item === undefined) return left(net, said`the line item is no longer in HubSpot.`);
  const name = net.property ?? '';
  const verdict = judgeProperty(net, item.properties[name], definitionOf(definitions, name));
  if (verdict.is !== 'restored') return verdict;
  const planned = judged.updates.find(({ id }) => id === item.id);
  if (planned) planned.updates.push(...toUpdate(verdict.change));
  else {
    const label = net.target.label ?? item.id;
    judged.updates.push({ id: item.id, place: subjectOf(net), label, updates: toUpdate(verdict.change) });
  }
  return verdict;
}

function readTouched(gateway: HubSpotGateway, changes: readonly NetChange[]): Promise<HubSpotRecord[]> {
  const there = changes.filter(({ operation }) => operation !== 'delete');
  const ids = [...new Set(there.flatMap(({ target }) => target.id ?? []))];
  const names = there.flatMap(({ property, after }) => (property === null ? namesIn(after) : [property]));
  return gateway.records('line_items', ids, [...new Set(names)]);
}

const namesIn = (values: Json): string[] =>
  typeof values === 'object' && values !== null && !Array.isArray(values)
    ? Object.keys(values satisfies JsonObject)
    : [];

const definitionOf = (definitions: readonly PropertyDefinition[], name: string) =>
  definitions.find((one) => one.name === name);

const saysTheSame = (
  item: HubSpotRecord,
  properties: Record<string, string>,
  definitions: readonly PropertyDefinition[],
): boolean =>
  Object.entries(properties).every(([name, value]) =>
    isSame(definitionOf(definitions, name), item.properties[name], value),
  );
