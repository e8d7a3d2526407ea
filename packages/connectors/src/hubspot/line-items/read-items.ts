import { Decimal } from 'decimal.js';
import type { LineItem } from '../../sdk/pricing-row.js';
import type { HubSpotGateway } from '../client.js';
import type { PropertyDefinition } from '../properties/definition.js';
import { isWritable } from '../properties/definition.js';
import type { HubSpotRecord } from '../records.js';

/** The properties of a line item that a document row has a place for. */
export const ROW_PROPERTIES = [
  'name',
  'hs_sku',
  'description',
  'price',
  'quantity',
  'discount',
  'hs_discount_percentage',
] as const;

const FURTHER_PROPERTIES = [
  'hs_product_id',
  'hs_line_item_currency_code',
  'hs_position_on_quote',
  'recurringbillingfrequency',
];

/** Properties that the account's people added themselves: only these take part in custom columns. */
export const isCustom = (property: PropertyDefinition): boolean =>
  !property.hubspotDefined && !property.archived && isWritable(property);

/** The deal's line items in the order in which HubSpot shows them. Read through associations: search would be behind. */
export async function readItems(
  gateway: HubSpotGateway,
  dealId: string,
  definitions: readonly PropertyDefinition[],
): Promise<HubSpotRecord[]> {
  const associated = await gateway.associated('deals', dealId, 'line_items');
  const ids = [...new Set(associated.map((one) => one.id))];
  const custom = definitions.filter(isCustom).map((one) => one.name);
  const items = await gateway.records('line_items', ids, [...ROW_PROPERTIES, ...FURTHER_PROPERTIES, ...custom]);
  return items.sort((a, b) => position(a) - position(b) || Number(a.id) - Number(b.id));
}

function position(item: HubSpotRecord): number {
  const stored = item.properties.hs_position_on_quote ?? '';
  return stored === '' ? Number.MAX_SAFE_INTEGER : Number(stored);
}

/** A line item as connectors exchange it. HubSpot's discount is per unit; ours is off the whole line. */
export function toLineItem(item: HubSpotRecord): LineItem {
  const value = (name: string): string | null => emptyToNull(item.properties[name]);
  const known = new Set<string>(ROW_PROPERTIES);
  return {
    id: item.id,
    sku: value('hs_sku'),
    name: value('name') ?? '',
    description: value('description'),
    price: plain(value('price') ?? '0'),
    quantity: plain(value('quantity') ?? '1'),
    discount: discountOf(item),
    properties: Object.fromEntries(Object.entries(item.properties).filter(([name]) => !known.has(name))),
  };
}

function discountOf(item: HubSpotRecord): LineItem['discount'] {
  const percent = decimalOf(item.properties.hs_discount_percentage);
  if (!percent.isZero()) return { type: 'percent', value: percent.toFixed() };
  const perUnit = decimalOf(item.properties.discount);
  if (perUnit.isZero()) return null;
  const quantity = decimalOf(item.properties.quantity ?? '1');
  return { type: 'absolute', value: perUnit.times(quantity).toFixed() };
}

/** A stored number; none counts as 0. */
export function decimalOf(text: string | null | undefined): Decimal {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? new Decimal(0) : new Decimal(trimmed);
}

const plain = (text: string): string => decimalOf(text).toFixed();

const emptyToNull = (text: string | null | undefined): string | null => (text == null || text === '' ? null : text);
