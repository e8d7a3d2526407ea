import { z } from 'zod';
import { LineItem, PricingRow } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import type { NetChange } from '../../sdk/undo.js';
import { changedSince, left, type Verdict } from '../../sdk/verdict.js';
import { rowsOfBlock, type Block } from '../fill/blocks.js';
import type { Addition, Fate } from '../fill/decide.js';
import { rowChanges, type RowChange } from '../fill/row-changes.js';

/** How many rows said the same before anything was taken back: by them a repeat knows what it made anew. */
export type RowCounts = Record<string, number>;

export interface JudgedRows {
  verdicts: Verdict[];
  fates: Map<PricingRow, Fate>;
  added: Addition[];
  counts: RowCounts;
}

/** A row as creations and deletions tell it. */
const Told = PricingRow.pick({ name: true, sku: true, description: true, price: true, quantity: true, discount: true })
  .extend({ line_item_id: z.string().nullish() })
  .transform(({ line_item_id: id, ...row }): LineItem => ({ ...row, id: id ?? '', properties: {} }));

const NUMBERS: ReadonlySet<string> = new Set(['price', 'quantity', 'discount']);
const Property = z.enum(['line_item_id', 'name', 'sku', 'description', 'price', 'quantity', 'discount']);

/** Pricing rows and quote items that an import created, changed or removed. */
export function judgeRows(blocks: readonly Block[], changes: readonly NetChange[], remembered: RowCounts | undefined) {
  const rows = blocks.flatMap(rowsOfBlock);
  const judged: JudgedRows = { verdicts: [], fates: new Map(), added: [], counts: {} };
  for (const row of rows) judged.fates.set(row, { is: 'kept', lineItem: null });
  for (const net of changes.filter(({ operation }) => operation === 'create')) judgeCreated(net, rows, judged);
  for (const [row, ofRow] of updatesByRow(changes, rows, judged)) judgeUpdated(row, ofRow, judged);
  const deleted = changes.filter(({ operation }) => operation === 'delete');
  judgeDeleted(deleted, { blocks, rows, remembered }, judged);
  return judged;
}

function judgeCreated(net: NetChange, rows: readonly PricingRow[], { verdicts, fates }: JudgedRows): void {
  const told = Told.safeParse(net.after).data;
  if (told === undefined) {
    verdicts.push(left(net, NOT_ENOUGH));
    return;
  }
  const row =
    rows.find(({ key }) => key === net.target.id) ??
    rows.find(({ line_item_id: id }) => told.id !== '' && id === told.id);
  if (row === undefined) {
    verdicts.push({ is: 'already', ids: net.ids });
    return;
  }
  const changed = rowChanges(row, { ...told, id: row.line_item_id ?? '' });
  if (changed.length > 0) {
    verdicts.push(
      left(net, said`somebody has changed its ${changed.map(({ property }) => property).join(', ')} since.`),
    );
    return;
  }
  fates.set(row, { is: 'removed' });
  const target = { ...net.target, id: row.key };
  const change = { target, operation: 'delete' as const, property: null, before: net.after, after: null };
  verdicts.push({ is: 'restored', ids: net.ids, change });
}

function updatesByRow(changes: readonly NetChange[], rows: readonly PricingRow[], { verdicts }: JudgedRows) {
  const byRow = new Map<PricingRow, NetChange[]>();
  for (const net of changes.filter(({ operation }) => operation === 'update')) {
    // PandaDoc may give a row another id when its table is written; its place stays.
    const row =
      rows.find(({ key }) => key === net.target.id) ??
      rows.find(({ place }) => net.target.label?.startsWith(`${place}: `) === true);
    if (row === undefined) verdicts.push(left(net, said`the row is no longer in the document.`));
    else byRow.set(row, [...(byRow.get(row) ?? []), net]);
  }
  return byRow;
}

function judgeUpdated(row: PricingRow, changes: readonly NetChange[], { verdicts, fates }: JudgedRows): void {
  let item = asLineItem(row);
  const made: RowChange[] = [];
  for (const net of changes) {
    const property = Property.safeParse(net.property).data;
    const before = property && withValue(row, property, net.before);
    const after = property && withValue(row, property, net.after);
    if (property === undefined || before === undefined || after === undefined) verdicts.push(left(net, NOT_ENOUGH));
    else if (isSameRow(row, before)) verdicts.push({ is: 'already', ids: net.ids });
    else if (!isSameRow(row, after)) {
      const now = row[property];
      const shown = now === null || typeof now === 'string' ? now : now.value;
      verdicts.push(left(net, changedSince(shown, NUMBERS.has(property) ? 'number' : 'text')));
    } else {
      item = { ...item, ...partOf(before, property) };
      made.push({ property, before: net.after, after: net.before });
      const target = { ...net.target, id: row.key };
      const change = { target, operation: 'update' as const, property, before: net.after, after: net.before };
      verdicts.push({ is: 'restored', ids: net.ids, change });
    }
  }
  if (made.length > 0) fates.set(row, { is: 'changed', lineItem: item, changes: made });
}

function judgeDeleted(
  changes: readonly NetChange[],
  {
    blocks,
    rows,
    remembered,
  }: { blocks: readonly Block[]; rows: readonly PricingRow[]; remembered?: RowCounts | undefined },
  { verdicts, added, counts }: JudgedRows,
): void {
  const claimed: RowCounts = {};
  for (const net of changes) {
    const told = Told.safeParse(net.before).data;
    const block = blocks.find(({ place }) => net.target.label?.startsWith(place) === true) ?? blocks[0];
    if (told === undefined || block === undefined) {
      verdicts.push(left(net, NOT_ENOUGH));
      continue;
    }
    const content = JSON.stringify(told);
    const there = rows.filter((row) => rowChanges(row, { ...told, id: row.line_item_id ?? '' }).length === 0).length;
    counts[content] = remembered?.[content] ?? there;
    claimed[content] = (claimed[content] ?? 0) + 1;
    if (there >= counts[content] + claimed[content]) {
      verdicts.push({ is: 'already', ids: net.ids });
      continue;
    }
    added.push(
      block.kind === 'table' ? { lineItem: told, block } : { lineItem: told, block, section: block.quote.sections[0] },
    );
    const target = { ...net.target, id: null };
    const change = { target, operation: 'create' as const, property: null, before: null, after: net.before };
    verdicts.push({ is: 'restored', ids: net.ids, change });
  }
}

const NOT_ENOUGH = said`not enough is known of it; set it right in PandaDoc.`;

/** The row with another value; undefined where the value is none for it. */
const withValue = (row: PricingRow, property: z.infer<typeof Property>, value: unknown): PricingRow | undefined =>
  PricingRow.safeParse({ ...row, [property]: value }).data;

const asLineItem = ({ name, sku, description, price, quantity, discount, line_item_id: id }: PricingRow): LineItem => ({
  id: id ?? '',
  ...{ name, sku, description, price, quantity, discount },
  properties: {},
});

const partOf = (row: PricingRow, property: z.infer<typeof Property>): Partial<LineItem> =>
  property === 'line_item_id' ? { id: row.line_item_id ?? '' } : { [property]: row[property] };

const isSameRow = (one: PricingRow, other: PricingRow): boolean =>
  (one.line_item_id ?? '') === (other.line_item_id ?? '') &&
  rowChanges(one, { ...asLineItem(other), id: one.line_item_id ?? '' }).length === 0;
