import { Decimal } from 'decimal.js';
import type { Quote, QuoteItem, QuoteSection } from '../model/template.js';
import { adjustmentsOn, sum } from './adjust.js';

type RecurringSubtotal = { billing_cycle: string; value: Decimal };
export type QuoteTotals = {
  subtotal: Decimal;
  one_time_subtotal: Decimal;
  recurring_subtotal: RecurringSubtotal[];
  discount: Decimal;
  tax: Decimal;
  fee: Decimal;
  total: Decimal;
};

type Adjusted = Pick<Quote, 'discounts' | 'taxes' | 'fees'>;

/** Price × quantity × multipliers less discounts, plus taxes and fees; for recurring items, of one period. */
export function itemTotal(item: QuoteItem): Decimal {
  const multiplied = Object.values(item.multipliers).reduce((product, one) => product.times(one), unitPrice(item));
  const gross = multiplied.times(item.qty);
  const net = gross.minus(adjustmentsOn(gross, item.discounts));
  return net.plus(adjustmentsOn(net, item.taxes)).plus(adjustmentsOn(net, item.fees));
}

/** Over the whole contract; null for what is paid once. */
export function itemOverallTotal(item: QuoteItem): Decimal | null {
  if (item.billing_frequency === null || item.contract_term === null) return null;
  return itemTotal(item).times(item.contract_term);
}

export function countedItems(section: QuoteSection): QuoteItem[] {
  return section.items.filter((item) => item.selected);
}

export function countedSections(quote: Quote): QuoteSection[] {
  return quote.sections.filter((section) => !section.optional || section.selected);
}

export function totalSection(section: QuoteSection): QuoteTotals {
  return totals(countedItems(section), section);
}

export function totalQuote(quote: Quote): QuoteTotals {
  const sections = countedSections(quote);
  const items = totals(sections.flatMap(countedItems), { discounts: {}, taxes: {}, fees: {} });
  const net = sum(sections.map((section) => totalSection(section).total));
  return { ...items, ...adjusted(net, quote) };
}

function totals(items: QuoteItem[], adjustments: Adjusted): QuoteTotals {
  const subtotal = sum(items.map(itemTotal));
  const cycles = [...new Set(items.flatMap((item) => item.billing_frequency ?? []))];
  const ofCycle = (cycle: string | null) =>
    sum(items.filter((item) => item.billing_frequency === cycle).map(itemTotal));
  return {
    subtotal,
    one_time_subtotal: ofCycle(null),
    recurring_subtotal: cycles.map((cycle) => ({ billing_cycle: cycle, value: ofCycle(cycle) })),
    ...adjusted(subtotal, adjustments),
  };
}

function adjusted(amount: Decimal, { discounts, taxes, fees }: Adjusted) {
  const discount = adjustmentsOn(amount, discounts);
  const net = amount.minus(discount);
  const tax = adjustmentsOn(net, taxes);
  const fee = adjustmentsOn(net, fees);
  return { discount, tax, fee, total: net.plus(tax).plus(fee) };
}

/** With volume prices, the price of the highest step that the quantity reaches. */
function unitPrice(item: QuoteItem): Decimal {
  const reached = (item.price_settings?.tiers ?? [])
    .filter((tier) => new Decimal(item.qty).gte(tier.min_qty))
    .sort((a, b) => b.min_qty - a.min_qty)[0];
  return new Decimal(reached?.value ?? item.price);
}
