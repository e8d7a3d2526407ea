import { Decimal } from 'decimal.js';
import type { Item } from './deal.js';

interface Discount {
  type: 'percent' | 'absolute';
  value: number;
}

export interface Product {
  lineItemId: string;
  name: string;
  description: string;
  sku: string;
  price: number;
  qty: number;
  discount: Discount | null;
}

/** A line item as a product of a document. HubSpot's absolute discount is per unit, PandaDoc's off the whole line. */
export function productOf({ id, properties }: Item): Product {
  const qty = decimal(properties.quantity ?? '1');
  return {
    lineItemId: id,
    name: properties.name ?? '',
    description: properties.description ?? '',
    sku: properties.hs_sku ?? '',
    price: decimal(properties.price).toNumber(),
    qty: qty.toNumber(),
    discount: discountOf(properties, qty),
  };
}

function discountOf(properties: Item['properties'], qty: Decimal): Discount | null {
  const percent = decimal(properties.hs_discount_percentage);
  if (!percent.isZero()) return { type: 'percent', value: percent.toNumber() };
  const perUnit = decimal(properties.discount);
  return perUnit.isZero() ? null : { type: 'absolute', value: perUnit.times(qty).toNumber() };
}

/** An empty property counts as nothing. */
function decimal(text: string | null | undefined): Decimal {
  return new Decimal(text === undefined || text === null || text === '' ? '0' : text);
}

/** The body of one pricing table, rows with the line item's id where nobody sees it. */
export function pricingTable(name: string, products: Product[], currency: string): object {
  return {
    name,
    data_merge: false,
    options: currency === '' ? {} : { currency },
    sections: [
      {
        title: 'Products',
        default: true,
        multichoice_enabled: false,
        rows: products.map(({ lineItemId, discount, ...data }) => ({
          options: { optional: false, optional_selected: true, qty_editable: false },
          data: discount ? { ...data, discount } : data,
          custom_fields: { hubspot_line_item_id: lineItemId },
        })),
      },
    ],
  };
}

/** One item of a quote; it knows its line item by `reference_id`. */
export function quoteItem({ lineItemId, discount, ...data }: Product): object {
  const type = discount?.type === 'percent' ? 'percent' : 'flat';
  return {
    ...data,
    reference_id: lineItemId,
    options: { selected: true, qty_editable: true },
    discounts: discount ? { Discount: { type, value: discount.value } } : {},
  };
}
