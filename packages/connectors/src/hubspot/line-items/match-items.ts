import type { PricingRow } from '../../sdk/pricing-row.js';
import { sameNumber } from '../properties/property-value.js';
import type { HubSpotRecord } from '../records.js';
import type { Product } from './group-rows.js';
import { nameOf, skuOf } from './row-content.js';

type Fits = (row: PricingRow, item: HubSpotRecord) => boolean;

const skuOfItem = (item: HubSpotRecord): string => item.properties.hs_sku?.trim() ?? '';

const samePrice: Fits = (row, item) => sameNumber(row.price, item.properties.price ?? '');

const sameName: Fits = (row, item) => {
  const skus = [skuOf(row), skuOfItem(item)];
  if (skus[0] !== '' && skus[1] !== '' && skus[0] !== skus[1]) return false;
  return nameOf(row) === (item.properties.name?.trim() ?? '');
};

const sameSku: Fits = (row, item) => skuOf(row) !== '' && skuOf(row) === skuOfItem(item);

/**
 * Gives each product at most one item of the deal and each item at most one product: first the item that its rows name,
 * then the one that a row was written to before, then by SKU, then by name; the price breaks ties. The surest matches
 * are made first, over all products, so that a guess never takes an item away from its true product.
 */
export function matchItems(
  products: readonly Product[],
  items: readonly HubSpotRecord[],
  rememberedItem: (rowKey: string) => string | undefined,
): Map<Product, HubSpotRecord> {
  const free = new Map(items.map((item) => [item.id, item]));
  const matched = new Map<Product, HubSpotRecord>();
  const take = (fits: Fits): void => {
    for (const product of products.filter((one) => !matched.has(one))) {
      const item = [...free.values()].find((one) => product.rows.some((row) => fits(row, one)));
      if (item === undefined) continue;
      matched.set(product, item);
      free.delete(item.id);
    }
  };
  take((row, item) => row.line_item_id === item.id);
  take((row, item) => rememberedItem(row.key) === item.id);
  take((row, item) => sameSku(row, item) && samePrice(row, item));
  take(sameSku);
  take((row, item) => sameName(row, item) && samePrice(row, item));
  take(sameName);
  return matched;
}
