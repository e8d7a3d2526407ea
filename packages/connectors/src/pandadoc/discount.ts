import type { Discount } from '../sdk/pricing-row.js';
import { Exact, type ExactNumber, plain } from './decimal.js';

/** One entry of `discount` or `discounts`: tables say percent and absolute, quotes percent and flat. */
export interface Adjustment {
  type: string;
  value: string | null;
}

interface Line {
  price: string;
  quantity: string;
}

interface Discounted {
  discount?: Adjustment | null | undefined;
  discounts: Record<string, Adjustment | null>;
}

/**
 * All discounts of a row as one. A single one is given as it is; several become the amount they take off the
 * whole line together, each counted on price × quantity. The old single `discount` only counts without the map.
 */
export function discountOf({ discount, discounts }: Discounted, line: Line): Discount | null {
  const named = Object.values(discounts).flatMap(toDiscount);
  const all = named.length > 0 ? named : toDiscount(discount);
  const [first, ...more] = all;
  if (first === undefined) return null;
  if (more.length === 0) return first;
  const total = all.reduce((sum, each) => sum.plus(amountOff(each, line)), new Exact(0));
  return { type: 'absolute', value: plain(total) };
}

/** What a discount takes off the whole line. */
export function amountOff({ type, value }: Discount, { price, quantity }: Line): ExactNumber {
  return type === 'absolute' ? new Exact(value) : new Exact(price).times(quantity).times(value).dividedBy(100);
}

const PENNY_FRACTION = '0.005';

/**
 * Whether two discounts are the same to a person. Amounts may differ by less than half a cent: HubSpot keeps them
 * per unit, and ten euros off three pieces come back as 9.999999.
 */
export function sameDiscount(one: Discount | null, other: Discount | null): boolean {
  const [mine, theirs] = [withoutZero(one), withoutZero(other)];
  if (mine === null || theirs === null) return mine === theirs;
  if (mine.type !== theirs.type) return false;
  const apart = new Exact(mine.value).minus(theirs.value).abs();
  return mine.type === 'absolute' ? apart.lessThan(PENNY_FRACTION) : apart.isZero();
}

const withoutZero = (discount: Discount | null): Discount | null =>
  discount === null || new Exact(discount.value).isZero() ? null : discount;

function toDiscount(entry: Adjustment | null | undefined): Discount[] {
  if (entry?.value == null || new Exact(entry.value).isZero()) return [];
  return [{ type: entry.type.startsWith('percent') ? 'percent' : 'absolute', value: entry.value }];
}
