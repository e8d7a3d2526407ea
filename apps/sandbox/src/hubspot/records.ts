import { validationError } from './errors.js';
import { associationTypesById, type AssociationType } from './association-types.js';
import { link, linkedIds, type Ref } from './links.js';
import { DEALS, LINE_ITEMS, objectType, PRODUCTS, type ObjectType } from './object-types.js';
import { lineItemValues, settle } from './rollups.js';
import type { HubSpotState, Properties, StoredRecord } from './state.js';
import { acceptProperties, DEFAULT_PIPELINE, type WrittenProperties } from './validation.js';
import { tellLink, tellRecord } from './webhooks/crm-change.js';
import { instant, nextId, own, type HubSpotWorld } from './world.js';
import { delaySearch, writeProperties } from './write-properties.js';

export interface AssociationInput {
  to: { id: string };
  types: { associationCategory: string; associationTypeId: number }[];
}

export interface RecordInput {
  properties: WrittenProperties;
  associations?: AssociationInput[] | undefined;
}

/** A record that passed every check and can be inserted without failing. */
export interface PreparedRecord {
  properties: Properties;
  links: { to: Ref; type: AssociationType }[];
}

/** Checks a record to be created; 400 or 409 with everything that is wrong. Changes nothing. */
export function prepareRecord(state: HubSpotState, type: ObjectType, input: RecordInput): PreparedRecord {
  const properties = acceptProperties(state, type, input.properties, undefined);
  const links = (input.associations ?? []).flatMap((association) => findLinks(state, type, association));
  return { properties, links };
}

function findLinks(state: HubSpotState, type: ObjectType, { to, types }: AssociationInput): PreparedRecord['links'] {
  return types.map((spec) => {
    const found = associationBySpec(state, type.id, spec);
    if (own(state.records[found.to] ?? {}, to.id)?.archived !== false) {
      const label = objectType(found.to).singular.toUpperCase();
      throw validationError('One or more associations are invalid', {
        context: { INVALID_OBJECT_IDS: [`${label}=${to.id} is not valid`] },
      });
    }
    return { to: { type: found.to, id: to.id }, type: found };
  });
}

/** The association type that starts at `from`; 400 when the id belongs to another type of record or to none. */
export function associationBySpec(
  state: HubSpotState,
  from: string,
  spec: { associationCategory: string; associationTypeId: number },
): AssociationType {
  const all = associationTypesById(state, spec.associationCategory, spec.associationTypeId);
  const found = all.find((type) => type.from === from);
  if (found) return found;
  const expected = all[0]?.from;
  throw validationError(
    expected === undefined
      ? `No association type ${spec.associationTypeId} exists in category ${spec.associationCategory}`
      : `invalid from object type ${from} for associations to be created. expected: ${expected}`,
  );
}

/** Inserts prepared records, then brings the deals that they touch up to date once. */
export function insertRecords(world: HubSpotWorld, type: ObjectType, prepared: PreparedRecord[]): StoredRecord[] {
  const records = prepared.map((one) => insertRecord(world, type, one));
  settle(
    world,
    records.map(({ id }) => ({ type: type.id, id })),
  );
  world.onChange?.();
  return records;
}

/** Inserts one prepared record. The caller settles, so that a batch does it once. */
export function insertRecord(
  world: HubSpotWorld,
  type: ObjectType,
  { properties, links }: PreparedRecord,
): StoredRecord {
  const id = nextId(world.state, type.id);
  const now = instant(world.now());
  const record: StoredRecord = {
    id,
    properties: { hs_object_id: id, [type.created]: now, [type.modified]: now },
    created_at: now,
    updated_at: now,
    archived: false,
    archived_at: null,
    search_lag: null,
  };
  (world.state.records[type.id] ??= {})[id] = record;
  writeProperties(world, type.id, record, { ...initialValues(world.state, type, links, properties), ...properties });
  record.search_lag = null;
  delaySearch(world, record, null);
  if (type.id === LINE_ITEMS) writeProperties(world, type.id, record, lineItemValues(world.state, record.properties));
  tellRecord(world, { type: type.id, id }, 'creation');
  for (const { to, type: meaning } of links) {
    link(world.state, { type: type.id, id }, to, meaning);
    tellLink(world, { type: type.id, id }, to, false);
  }
  return record;
}

const INHERITED = [
  ...['name', 'description', 'price', 'hs_sku', 'hs_cost_of_goods_sold'],
  ...['recurringbillingfrequency', 'hs_recurring_billing_period'],
];

/** What a new record holds without having been sent: a deal's pipeline, a line item's currency and product values. */
function initialValues(
  state: HubSpotState,
  type: ObjectType,
  links: PreparedRecord['links'],
  sent: Properties,
): Properties {
  if (type.id === DEALS) return { pipeline: DEFAULT_PIPELINE };
  if (type.id !== LINE_ITEMS) return {};
  const dealId = links.find(({ to }) => to.type === DEALS)?.to.id ?? '';
  const deal = own(state.records[DEALS] ?? {}, dealId);
  const chosen = [sent.hs_line_item_currency_code, deal?.properties.deal_currency_code].find(Boolean);
  const code = chosen ?? state.portal.company_currency;
  const product = own(state.records[PRODUCTS] ?? {}, sent.hs_product_id ?? '')?.properties ?? {};
  const price = own(product, `hs_price_${code.toLowerCase()}`) ?? own(product, 'price');
  const inherited = INHERITED.map((name) => [name, name === 'price' ? price : own(product, name)] as const);
  return {
    ...Object.fromEntries(inherited.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    hs_line_item_currency_code: code,
  };
}

/** Checks and writes changed values. The caller settles, so that a batch does it once. */
export function changeRecord(
  world: HubSpotWorld,
  type: ObjectType,
  record: StoredRecord,
  written: WrittenProperties,
): void {
  const accepted = acceptProperties(world.state, type, written, record);
  writeProperties(world, type.id, record, accepted);
  if (type.id === LINE_ITEMS) writeProperties(world, type.id, record, lineItemValues(world.state, record.properties));
}

/** Takes records out of the recycle bin, with all that they were linked to. */
export function restoreRecords(world: HubSpotWorld, type: ObjectType, records: StoredRecord[]): void {
  for (const record of records) {
    record.archived = false;
    record.archived_at = null;
    tellRecord(world, { type: type.id, id: record.id }, 'restore');
  }
  settle(
    world,
    records.map(({ id }) => ({ type: type.id, id })),
  );
  world.onChange?.();
}

/** Moves records to the recycle bin; ids that are there already stay there. */
export function archiveRecords(world: HubSpotWorld, type: ObjectType, records: StoredRecord[]): void {
  const touched = records.flatMap(({ id }) =>
    linkedIds(world.state, { type: type.id, id }, DEALS).map((deal) => ({ type: DEALS, id: deal })),
  );
  for (const record of records.filter(({ archived }) => !archived)) {
    delaySearch(world, record, { ...record.properties });
    record.archived = true;
    record.archived_at = instant(world.now());
    tellRecord(world, { type: type.id, id: record.id }, 'deletion');
  }
  settle(world, touched);
  world.onChange?.();
}
