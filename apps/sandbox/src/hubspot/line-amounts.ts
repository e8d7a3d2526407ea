import { Decimal } from 'decimal.js';
import type { Properties } from './state.js';

/** Months in one billing period; a line item without a frequency is paid once. */
const MONTHS: Record<string, string> = {
  weekly: '0.25',
  biweekly: '0.5',
  monthly: '1',
  quarterly: '3',
  per_six_months: '6',
  annually: '12',
  per_two_years: '24',
  per_three_years: '36',
  per_four_years: '48',
  per_five_years: '60',
};

const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:\d+W)?(?:\d+D)?$/;

/** Money as HubSpot writes what it calculates: at least three decimals, so that "12" comes back as "12.000". */
export function calculated(amount: Decimal): string {
  const rounded = amount.toDecimalPlaces(6);
  return rounded.toFixed(Math.max(3, rounded.decimalPlaces()));
}

/**
 * What HubSpot works out of a line item (reference 8.3, 9.1). `discount` is money off each unit;
 * `hs_discount_percentage` counts only while `discount` is empty. Nothing is worked out while there is no price.
 */
export function lineCalculations(properties: Properties, taxPercentage: string | undefined): Properties {
  const price = properties.price;
  if (price === undefined) return {};
  const quantity = new Decimal(properties.quantity ?? 1);
  const before = new Decimal(price).times(quantity);
  const amount = netUnitPrice(new Decimal(price), properties).times(quantity);
  const tax = amount.times(taxPercentage ?? 0).dividedBy(100);
  const cost = new Decimal(properties.hs_cost_of_goods_sold ?? 0).times(quantity);
  return {
    amount: calculated(amount),
    hs_pre_discount_amount: calculated(before),
    hs_total_discount: calculated(before.minus(amount)),
    hs_tax_amount: calculated(tax),
    hs_post_tax_amount: calculated(amount.plus(tax)),
    hs_margin: calculated(amount.minus(cost)),
    ...contractValues(amount, properties),
  };
}

function netUnitPrice(price: Decimal, properties: Properties): Decimal {
  const off = properties.discount;
  if (off !== undefined) return price.minus(off);
  const percent = properties.hs_discount_percentage;
  return percent === undefined ? price : price.times(new Decimal(100).minus(percent)).dividedBy(100);
}

/** A term that is not given counts as one year; one-time items count in the total and in the annual value. */
function contractValues(amount: Decimal, properties: Properties): Properties {
  const months = MONTHS[properties.recurringbillingfrequency ?? ''];
  if (months === undefined) {
    return { hs_tcv: calculated(amount), hs_acv: calculated(amount), hs_mrr: '0.000', hs_arr: '0.000' };
  }
  const monthly = amount.dividedBy(months);
  const term = termInMonths(properties.hs_recurring_billing_period);
  return {
    hs_tcv: calculated(monthly.times(term)),
    hs_acv: calculated(monthly.times(Math.min(term, 12))),
    hs_mrr: calculated(monthly),
    hs_arr: calculated(monthly.times(12)),
    hs_term_in_months: String(term),
  };
}

function termInMonths(period: string | undefined): number {
  const found = PERIOD.exec(period ?? '');
  const months = Number(found?.[1] ?? 0) * 12 + Number(found?.[2] ?? 0);
  return months === 0 ? 12 : months;
}
