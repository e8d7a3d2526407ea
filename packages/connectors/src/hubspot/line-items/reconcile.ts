import { Decimal } from 'decimal.js';
import type { Problem } from '../../sdk/connector-error.js';
import type { Note } from '../../sdk/plan.js';
import type { PricingRow } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import { lineTotal, minorDigits } from '../money.js';
import type { PropertyDefinition } from '../properties/definition.js';
import { sameNumber } from '../properties/property-value.js';
import type { PropertyUpdate } from '../properties/write-set.js';
import type { HubSpotRecord, PropertyValues } from '../records.js';
import { changedLast, look, withItems, type ChangeMemory } from './change-memory.js';
import { groupRows, type Product } from './group-rows.js';
import { matchItems } from './match-items.js';
import { decimalOf } from './read-items.js';
import { contentOf } from './row-content.js';
import { itemDifferences, lineOfRow, wantedItem, type WantedItem } from './wanted-item.js';

export interface Situation {
  rows: readonly PricingRow[];
  items: readonly HubSpotRecord[];
  definitions: readonly PropertyDefinition[];
  /** Whether rows without an item are created and items without a row deleted. */
  addAndDelete: boolean;
  /** Of the deal; null when nobody knows. */
  currency: string | null;
  dealAmount: string | null;
  memory: ChangeMemory;
}

// Types, not interfaces, so that they count as JSON: the plan is journalled.
export type PlannedCreate = { row_key: string; place: string; label: string; properties: Record<string, string> };
export type PlannedUpdate = { id: string; place: string; label: string; updates: PropertyUpdate[] };
export type PlannedDelete = { id: string; label: string; properties: PropertyValues };

export interface Reconciliation {
  creates: PlannedCreate[];
  updates: PlannedUpdate[];
  deletes: PlannedDelete[];
  unchanged: number;
  /** The deal's amount when it has to change. */
  amount: { before: string | null; after: string } | null;
  notes: Note[];
  problems: Problem[];
  memory: ChangeMemory;
}

interface Decided {
  product: Product;
  winner: PricingRow;
  wanted: WantedItem;
  item: HubSpotRecord | undefined;
}

/** What makes the deal's line items say what the document says. Decides only; reads and writes nothing. */
export function reconcile(situation: Situation): Reconciliation {
  const { items, memory } = situation;
  const { decided, looked } = decide(situation);
  const digits = minorDigits(situation.currency);
  const kept = decided.flatMap((one) => (one.item === undefined ? [] : [one.item.id]));
  const unwanted = items.filter((item) => !kept.includes(item.id));

  const changed = decided.flatMap((one) => updateOf(one, digits) ?? []);
  const missing = decided.filter((one) => one.item === undefined);
  const itemOfRow = new Map(decided.flatMap((one) => (one.item ? [[one.winner.key, one.item.id] as const] : [])));
  const hadItems = memory.had_items || items.length > 0;
  return {
    creates: situation.addAndDelete ? missing.map(createOf) : [],
    updates: changed,
    deletes: situation.addAndDelete ? unwanted.map(deleteOf) : [],
    unchanged: decided.length - missing.length - changed.length,
    amount: amountOf(situation, decided, unwanted, hadItems),
    notes: notesOf(situation, decided, unwanted),
    problems: decided.flatMap((one) => one.wanted.problems),
    memory: withItems({ ...looked, had_items: hadItems }, itemOfRow),
  };
}

function decide({ rows, items, definitions, currency, memory }: Situation): {
  decided: Decided[];
  looked: ChangeMemory;
} {
  const digits = minorDigits(currency);
  const rememberedItem = (rowKey: string): string | undefined => memory.rows[rowKey]?.item_id ?? undefined;
  const products = groupRows(rows, new Set(items.map((item) => item.id)), rememberedItem);
  const matched = matchItems(products, items, rememberedItem);
  const wanted = new Map(rows.map((row) => [row, wantedItem(row, definitions, currency)]));
  const itemOf = new Map(
    products.flatMap((product) => product.rows.map((row) => [row, matched.get(product)] as const)),
  );
  const looked = look(memory, rows, (row) => {
    const item = itemOf.get(row);
    const wants = wanted.get(row);
    return item === undefined || wants === undefined || itemDifferences(wants, item.properties, digits).length > 0;
  });
  const decided = products.flatMap((product) => {
    const winner = changedLast(product.rows, looked);
    const wants = winner && wanted.get(winner);
    return winner === undefined || wants === undefined
      ? []
      : [{ product, winner, wanted: wants, item: matched.get(product) }];
  });
  return { decided, looked };
}

function createOf({ winner, wanted }: Decided): PlannedCreate {
  const filled = wanted.properties.filter((one) => one.value !== '');
  return {
    row_key: winner.key,
    place: winner.place,
    label: winner.name,
    properties: Object.fromEntries(filled.map((one) => [one.property, one.value])),
  };
}

function updateOf({ winner, wanted, item }: Decided, digits: number): PlannedUpdate | undefined {
  if (item === undefined) return undefined;
  const updates = itemDifferences(wanted, item.properties, digits);
  return updates.length === 0 ? undefined : { id: item.id, place: winner.place, label: winner.name, updates };
}

const deleteOf = (item: HubSpotRecord): PlannedDelete => ({
  id: item.id,
  label: labelOf(item),
  properties: item.properties,
});

const labelOf = (item: HubSpotRecord): string => item.properties.name ?? item.id;

/**
 * The sum of the lines as they will be. HubSpot does not promise to recompute it for items written through the API.
 * Where the deal has and had no items, its amount was typed in by a person and is left alone.
 */
function amountOf(
  { addAndDelete, currency, dealAmount }: Situation,
  decided: readonly Decided[],
  unwanted: readonly HubSpotRecord[],
  hadItems: boolean,
): Reconciliation['amount'] {
  const lines = decided.filter((one) => addAndDelete || one.item !== undefined).map((one) => lineOfRow(one.winner));
  if (lines.length === 0 && !hadItems) return null;
  const others = addAndDelete ? [] : unwanted.map(lineOfItem);
  const digits = minorDigits(currency);
  const sum = [...lines, ...others].reduce((total, line) => total.plus(lineTotal(line, digits)), new Decimal(0));
  const after = sum.toFixed();
  return sameNumber(dealAmount ?? '', after) ? null : { before: dealAmount, after };
}

function lineOfItem(item: HubSpotRecord) {
  const quantity = decimalOf(item.properties.quantity ?? '1');
  const percent = decimalOf(item.properties.hs_discount_percentage);
  const offLine = decimalOf(item.properties.discount).times(quantity);
  return {
    price: decimalOf(item.properties.price),
    quantity,
    discount: percent.isZero()
      ? { type: 'absolute' as const, value: offLine }
      : { type: 'percent' as const, value: percent },
  };
}

function notesOf({ addAndDelete }: Situation, decided: readonly Decided[], unwanted: readonly HubSpotRecord[]): Note[] {
  const notes = decided.flatMap(({ product, winner, wanted }) => [
    ...wanted.notes,
    ...product.rows.filter((row) => row !== winner).map((row) => noteOnTwin(row, winner)),
  ]);
  if (!addAndDelete) {
    const missing = decided.filter((one) => one.item === undefined);
    notes.push(
      ...missing.map(({ winner }): Note => ({
        subject: winner.place,
        message: said`"${winner.name}" was not added: adding and deleting is switched off.`,
      })),
      ...unwanted.map((item): Note => ({
        subject: said`Line item "${labelOf(item)}"`,
        message: said`Not deleted, though the document does not have it: adding and deleting is switched off.`,
      })),
    );
  }
  return withoutRepeats(notes);
}

const noteOnTwin = (row: PricingRow, winner: PricingRow): Note => ({
  subject: row.place,
  message:
    contentOf(row) === contentOf(winner)
      ? said`Says the same of the same product as ${winner.place}: one line item stands for both.`
      : said`Same product as ${winner.place}, which was changed last and counts.`,
});

function withoutRepeats(notes: readonly Note[]): Note[] {
  const seen = new Map(notes.map((note) => [`${note.subject}\n${note.message}`, note]));
  return [...seen.values()];
}
