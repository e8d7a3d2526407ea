import type { PricingRow } from '../../sdk/pricing-row.js';
import { nameOf, skuOf } from './row-content.js';

/** Rows about one product, in document order. */
export interface Product {
  rows: PricingRow[];
  /** The item that its rows name themselves. */
  itemId: string | null;
}

/**
 * Sorts the rows of a document into products. Rows are about the same product when they name the same line item, have
 * the same SKU, or, where they have none, the same name as a row that names an item. Rows that name different items are
 * different products even with one SKU: the deal keeps, or kept, them apart. Rows typed in by hand with one name and no
 * SKU are each a product: one for all would lose money.
 */
export function groupRows(
  rows: readonly PricingRow[],
  itemIds: ReadonlySet<string>,
  rememberedItem: (rowKey: string) => string | undefined,
): Product[] {
  const products: Product[] = [];
  const named = (row: PricingRow): boolean => row.line_item_id !== null && itemIds.has(row.line_item_id);
  for (const row of rows.filter(named)) {
    const product = products.find((one) => one.itemId === row.line_item_id);
    if (product === undefined) products.push({ rows: [row], itemId: row.line_item_id });
    else product.rows.push(row);
  }
  for (const row of rows.filter((one) => !named(one))) {
    const fitting = products.filter((product) => product.rows.some((other) => sameProduct(row, other)));
    const remembered = rememberedItem(row.key);
    const product = fitting.find((one) => one.itemId !== null && one.itemId === remembered) ?? fitting[0];
    if (product === undefined) products.push({ rows: [row], itemId: null });
    else product.rows.push(row);
  }
  return inDocumentOrder(products, rows);
}

/** Looks at rows alone: what the deal holds changes with our own writes, and would make us change our mind. */
function sameProduct(row: PricingRow, other: PricingRow): boolean {
  if (row.line_item_id !== null && other.line_item_id !== null) return row.line_item_id === other.line_item_id;
  if (skuOf(row) !== '' || skuOf(other) !== '') return skuOf(row) === skuOf(other);
  const oneIsKnown = row.line_item_id !== null || other.line_item_id !== null;
  return oneIsKnown && nameOf(row) !== '' && nameOf(row) === nameOf(other);
}

function inDocumentOrder(products: Product[], rows: readonly PricingRow[]): Product[] {
  const place = new Map(rows.map((row, index) => [row, index]));
  const at = (row: PricingRow | undefined): number => (row === undefined ? 0 : (place.get(row) ?? 0));
  for (const product of products) product.rows.sort((a, b) => at(a) - at(b));
  return products.sort((a, b) => at(a.rows[0]) - at(b.rows[0]));
}
