import { Decimal } from 'decimal.js';
import type { JsonObject } from '../model/json.js';
import type { Quote, QuoteItem, QuoteSection } from '../model/template.js';
import { money, sum } from './adjust.js';
import {
  countedItems,
  countedSections,
  itemOverallTotal,
  itemTotal,
  totalQuote,
  totalSection,
  type QuoteTotals,
} from './total-quote.js';

/** A quote block as details, webhooks and the quote update show it. */
export function showQuote(quote: Quote): JsonObject {
  const totals = totalQuote(quote);
  const items = countedSections(quote).flatMap(countedItems);
  const contract = sum(items.map((item) => itemOverallTotal(item) ?? itemTotal(item)));
  return {
    id: quote.id,
    currency: quote.currency,
    total: money(totals.total),
    summary: {
      ...showTotals(totals, items),
      custom_fields: quote.custom_columns,
      discounts: quote.discounts,
      fees: quote.fees,
      taxes: quote.taxes,
      total_discount: money(totals.discount),
      total_tax: money(totals.tax),
      total_fee: money(totals.fee),
      total_savings: null,
      total_contract_value: money(contract),
    },
    sections: quote.sections.map(showSection),
    merge_rules: quote.merge_rules,
    settings: { selection_type: quote.selection_type },
  };
}

function showSection(section: QuoteSection): JsonObject {
  const totals = totalSection(section);
  return {
    id: section.id,
    name: section.name,
    total: money(totals.total),
    summary: {
      ...showTotals(totals, countedItems(section)),
      custom_fields: {},
      discounts: section.discounts,
      fees: section.fees,
      taxes: section.taxes,
      total_section_value: null,
    },
    columns: section.columns.map(({ header, merge_name, hidden }) => ({ header, name: header, merge_name, hidden })),
    items: section.items.map((item) => showItem(item, section)),
    settings: {
      selection_type: section.selection_type,
      optional: section.optional,
      selected: section.selected,
    },
  };
}

function showTotals(totals: QuoteTotals, items: QuoteItem[]): JsonObject {
  return {
    total: money(totals.total),
    subtotal: money(totals.subtotal),
    one_time_subtotal: money(totals.one_time_subtotal),
    recurring_subtotal: totals.recurring_subtotal.map(({ billing_cycle, value }) => ({
      billing_cycle,
      value: money(value),
    })),
    total_qty: sum(items.map((item) => new Decimal(item.qty))).toFixed(),
  };
}

function showItem(item: QuoteItem, section: QuoteSection): JsonObject {
  const overall = itemOverallTotal(item);
  return {
    id: item.id,
    sku: item.sku,
    name: item.name,
    description: item.description,
    qty: item.qty,
    price: item.price,
    cost: item.cost,
    billing_frequency: item.billing_frequency,
    contract_term: item.contract_term === null ? null : String(item.contract_term),
    pricing_method: item.price_settings ? 'volume' : 'flat',
    type: 'product',
    reference_type: item.reference_type,
    reference_id: item.reference_id,
    options: { qty_editable: item.qty_editable, selected: item.selected, optional: item.optional },
    custom_columns: item.custom_columns,
    external_columns: item.external_columns,
    multipliers: item.multipliers,
    discounts: item.discounts,
    fees: item.fees,
    taxes: item.taxes,
    total: money(itemTotal(item)),
    overall_total: overall === null ? null : money(overall),
    merged_data: mergedData(item, section),
  };
}

function mergedData(item: QuoteItem, section: QuoteSection): JsonObject {
  const standard: Record<string, string> = {
    Name: item.name,
    Description: item.description,
    Price: item.price,
    Quantity: item.qty,
    Total: money(itemTotal(item)),
    SKU: item.sku,
    Cost: item.cost,
  };
  const values = { ...standard, ...item.custom_columns };
  const named = section.columns.flatMap(({ header, merge_name }) => {
    const value = values[header];
    return merge_name === null || value === undefined ? [] : [[merge_name, value] as const];
  });
  return Object.fromEntries(named);
}
