import type { Json, JsonObject } from '@tandem/recipes';
import type { Discount, LineItem, PricingRow } from '../../sdk/pricing-row.js';
import type { TableRow } from '../answers/pricing-answer.js';
import type { Adjustment } from '../discount.js';
import { LINE_ITEM_FIELD } from '../rows.js';
import type { TableBlock } from './blocks.js';
import type { Fate } from './decide.js';
import { customKeys, isAdjusting, isComputed, mergeNamesOf, type MergeNames } from './merge-names.js';

interface TableEdit {
  block: TableBlock;
  fates: ReadonlyMap<PricingRow, Fate>;
  added: readonly LineItem[];
  currency: string | null;
}

interface SentRow {
  multichoice: boolean;
  body: JsonObject;
}

/**
 * A pricing table as PATCH wants it. Sent rows replace all that are there, so unchanged ones are sent in full.
 * External names are used only where the table has columns of its own, whose values would be lost otherwise.
 */
export function tableBody({ block, fates, added, currency }: TableEdit): JsonObject {
  const { table, slots } = block;
  const names = mergeNamesOf(table.items);
  const useMergeNames = canMerge(names) && customKeys(table.items, names).length > 0;
  const write = useMergeNames ? byMergeNames(names) : byColumnNames;
  const kept = slots.flatMap(({ source, row }): SentRow[] => {
    const fate = fates.get(row) ?? { is: 'kept', lineItem: null };
    return fate.is === 'removed' ? [] : [existingRow(source, fate, write)];
  });
  const appended = added.map((item): SentRow => ({ multichoice: false, body: newRow(item, write) }));
  return {
    name: table.name,
    data_merge: useMergeNames,
    options: currency === null ? {} : { currency },
    sections: sectionsOf([...kept, ...appended]),
  };
}

/** Columns of the table's own that cannot be sent back, because PandaDoc does not tell their external names. */
export function columnsAtRisk({ table }: TableBlock): string[] {
  const names = mergeNamesOf(table.items);
  if (canMerge(names)) return [];
  const filled = table.items.flatMap(({ custom_columns: columns }) =>
    Object.entries(columns).flatMap(([name, value]) => (value === '' || value === null ? [] : [name])),
  );
  return [...new Set(filled)];
}

const canMerge = (names: MergeNames): boolean =>
  names.name !== undefined && names.price !== undefined && names.qty !== undefined;

/** The cells of a row: what it had (nothing for a new one), overwritten by what the line item says. */
type WriteData = (source: TableRow | undefined, item: LineItem | null) => JsonObject;

function existingRow(source: TableRow, fate: Exclude<Fate, { is: 'removed' }>, write: WriteData): SentRow {
  const { lineItem } = fate;
  const { multichoice_enabled: multichoice, ...options } = source.options;
  return {
    multichoice,
    body: {
      options: {
        ...(multichoice
          ? { multichoice_selected: options.multichoice_selected }
          : { optional: options.optional, optional_selected: options.optional_selected }),
        ...(options.qty_editable === null ? {} : { qty_editable: options.qty_editable }),
      },
      data: write(source, fate.is === 'changed' ? lineItem : null),
      custom_fields: { ...source.custom_fields, ...(lineItem === null ? {} : { [LINE_ITEM_FIELD]: lineItem.id }) },
    },
  };
}

const newRow = (item: LineItem, write: WriteData): JsonObject => ({
  options: { optional: false, optional_selected: true },
  data: write(undefined, item),
  custom_fields: { [LINE_ITEM_FIELD]: item.id },
});

const byColumnNames: WriteData = (source, item) => ({
  ...(source === undefined ? {} : filled(source.custom_columns)),
  ...standardCells(source, item),
  ...discountCells(source, item),
  ...(source === undefined ? {} : taxCells(source)),
});

function byMergeNames(names: MergeNames): WriteData {
  return (source, item) => {
    const before = Object.entries(source?.merged_data ?? {}).filter(
      ([key, value]) => value !== null && !isComputed(key) && !isAdjusting(key),
    );
    const cells = standardCells(source, item);
    const renamed = Object.entries(names).flatMap(([column, name]) => {
      const value = cells[column];
      return value === undefined ? [] : [[name, value] as const];
    });
    const adjusting = { ...discountCells(source, item), ...(source === undefined ? {} : taxCells(source)) };
    const underTheirNames = Object.entries(adjusting).map(([column, value]) => [
      mergeNameOfAdjustment(column, source),
      value,
    ]);
    return Object.fromEntries([...before, ...renamed, ...underTheirNames]) as JsonObject;
  };
}

/** PandaDoc shows an adjusting column among the external names only where it is filled; else its default name holds. */
function mergeNameOfAdjustment(column: string, source: TableRow | undefined): string {
  const wanted = column.toLowerCase().replace(/[^a-z]/g, '');
  const told = Object.keys(source?.merged_data ?? {}).find(
    (key) =>
      isAdjusting(key) &&
      key
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .endsWith(wanted),
  );
  return told ?? (column === 'discount' ? 'Discount' : column);
}

function standardCells(source: TableRow | undefined, item: LineItem | null): JsonObject {
  const cost = source?.cost == null ? {} : { cost: Number(source.cost) };
  if (item === null) {
    return {
      name: source?.name ?? '',
      description: source?.description ?? '',
      price: Number(source?.price ?? 0),
      qty: Number(source?.qty ?? 1),
      sku: source?.sku ?? '',
      ...cost,
    };
  }
  return {
    name: item.name,
    description: item.description ?? '',
    price: Number(item.price),
    qty: Number(item.quantity),
    sku: item.sku ?? '',
    ...cost,
  };
}

function discountCells(source: TableRow | undefined, item: LineItem | null): JsonObject {
  if (item !== null) return item.discount === null ? {} : { discount: cell(item.discount) };
  if (source === undefined) return {};
  const named = cells(source.discounts);
  const [only, ...more] = Object.values(named);
  if (only !== undefined) return more.length === 0 ? { discount: only } : named;
  return source.discount?.value == null ? {} : { discount: cell(source.discount) };
}

function taxCells({ taxes, fees, tax_first: first, tax_second: second }: TableRow): JsonObject {
  const named = cells({ ...taxes, ...fees });
  if (Object.keys(taxes).length > 0) return named;
  return { ...named, ...cells({ tax_first: first ?? null, tax_second: second ?? null }) };
}

const cells = (entries: Record<string, Adjustment | null>): JsonObject =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([name, entry]) => (entry?.value == null ? [] : [[name, cell(entry)]])),
  );

const cell = ({ type, value }: Discount | Adjustment): Json => ({ type, value: Number(value) });

const filled = (values: Record<string, Json>): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null));

/** Rows side by side that are choices of one another make a section; the rest need none that shows. */
function sectionsOf(rows: readonly SentRow[]): Json[] {
  const sections: { multichoice: boolean; rows: Json[] }[] = [];
  for (const { multichoice, body } of rows) {
    const last = sections.at(-1);
    if (last?.multichoice === multichoice) last.rows.push(body);
    else sections.push({ multichoice, rows: [body] });
  }
  if (sections.length === 0) sections.push({ multichoice: false, rows: [] });
  return sections.map((section, index) => ({
    title: section.multichoice ? 'Options' : 'Products',
    default: index === 0 && !section.multichoice,
    multichoice_enabled: section.multichoice,
    rows: section.rows,
  }));
}
