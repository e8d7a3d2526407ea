import type { LineItem, PricingRow } from '../../sdk/pricing-row.js';

/** The rows of one pricing table or quote. */
export type BlockRows = readonly PricingRow[];

/** Which line item a row of an earlier plan stood for, by the row's key. */
export type RememberedRows = Readonly<Record<string, string>>;

type Matches = Map<PricingRow, LineItem>;

/**
 * Finds the line item that each row stands for: by the id kept in the row, by what was remembered, by SKU, then by
 * name. Within a block each line item has one row; in several blocks it may have one each, but a mere name never
 * makes a second one.
 */
export function matchRows(
  blocks: readonly BlockRows[],
  lineItems: readonly LineItem[],
  remembered: RememberedRows,
): Matches {
  const matches: Matches = new Map();
  const placed = new Set<LineItem>();
  const takenIn = new Map(blocks.map((block) => [block, new Set<LineItem>()]));
  const byId = new Map(lineItems.map((item) => [item.id, item]));
  const pass = (find: (row: PricingRow) => LineItem[]) => {
    for (const [block, taken] of takenIn) {
      for (const row of block) {
        const item = matches.has(row) ? undefined : find(row).find((candidate) => !taken.has(candidate));
        if (item === undefined) continue;
        matches.set(row, item);
        taken.add(item);
        placed.add(item);
      }
    }
  };
  const known = (id: string | null | undefined) => [byId.get(id ?? '')].filter((item) => item !== undefined);
  const unplacedFirst = (items: LineItem[]) => [
    ...items.filter((item) => !placed.has(item)),
    ...items.filter((item) => placed.has(item)),
  ];

  pass((row) => known(row.line_item_id));
  pass((row) => known(ownEntry(remembered, row.key)));
  pass((row) => (row.sku === null ? [] : unplacedFirst(lineItems.filter(({ sku }) => sku === row.sku))));
  pass((row) => lineItems.filter((item) => item.name === row.name && !placed.has(item) && skusAgree(row, item)));
  return matches;
}

export const ownEntry = (entries: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(entries, key) ? entries[key] : undefined;

const skusAgree = (row: PricingRow, item: LineItem): boolean =>
  row.sku === null || item.sku === null || item.sku === '' || row.sku === item.sku;
