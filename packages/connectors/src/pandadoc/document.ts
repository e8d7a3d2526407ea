import { z } from 'zod';
import { DocumentField, PricingRow, Variable } from '../sdk/pricing-row.js';
import type { DocumentDetails, FieldAnswer } from './answers/document-answer.js';
import type { Pricing, PricingTable, Quote } from './answers/pricing-answer.js';
import { Exact, type ExactNumber } from './decimal.js';
import { amountOff } from './discount.js';
import { dealIdOf } from './documents.js';
import { LeftOutRow, rowsOf } from './rows.js';

const Recipient = z.strictObject({
  id: z.string(),
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  role: z.string().nullable(),
  recipient_type: z.string(),
  has_completed: z.boolean(),
});

export const DocumentOutput = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.string().describe('Such as document.completed'),
  template_id: z.string().nullable(),
  template_name: z.string().nullable(),
  deal_id: z.string().nullable().describe('The linked HubSpot deal'),
  currency: z.string().nullable(),
  grand_total: z.string().nullable(),
  date_created: z.string().nullable(),
  date_modified: z.string().nullable(),
  date_sent: z.string().nullable(),
  date_completed: z.string().nullable(),
  version_key: z.string().describe('Changes when the document is sent or completed anew'),
  tokens: z.array(Variable),
  fields: z.array(DocumentField),
  rows: z.array(PricingRow).describe('Pricing rows that count in the total'),
  left_out_rows: z.array(LeftOutRow),
  has_pricing: z.boolean(),
  pricing_currencies: z.array(z.string()),
  recipients: z.array(Recipient),
  metadata: z.record(z.string(), z.json()),
  tags: z.array(z.string()),
  discounts_on_total: z.boolean().describe('A discount is on a whole table or quote, not on a row'),
});
export type DocumentOutput = z.infer<typeof DocumentOutput>;

/** What recipes see of a document. */
export function toDocumentOutput(details: DocumentDetails): DocumentOutput {
  const { pricing, grand_total: grandTotal, template } = details;
  const { rows, leftOut } = rowsOf(pricing);
  return {
    id: details.id,
    name: details.name,
    status: details.status,
    template_id: template?.id ?? null,
    template_name: template?.name ?? null,
    deal_id: dealIdOf(details.linked_objects),
    currency: grandTotal?.currency ?? null,
    grand_total: grandTotal?.amount ?? null,
    date_created: details.date_created,
    date_modified: details.date_modified,
    date_sent: details.date_sent,
    date_completed: details.date_completed,
    version_key: [details.id, details.date_sent ?? '', details.date_completed ?? ''].join('|'),
    tokens: details.tokens.map(({ name, value }) => ({ name, value })),
    fields: details.fields.map(toDocumentField),
    rows,
    left_out_rows: leftOut,
    has_pricing: pricing.tables.length + pricing.quotes.length > 0,
    pricing_currencies: currenciesOf(pricing),
    recipients: details.recipients.filter(({ type }) => type !== 'recipient_group').map(toRecipient),
    metadata: details.metadata,
    tags: details.tags,
    discounts_on_total: pricing.tables.some(tableHasDiscountOnTotal) || pricing.quotes.some(quoteHasDiscountOnTotal),
  };
}

export function toDocumentField(field: FieldAnswer): DocumentField {
  const value = field.value ?? null;
  return {
    name: blankToNull(field.merge_field),
    title:
      blankToNull(field.title) ?? blankToNull(field.name) ?? blankToNull(field.placeholder) ?? field.field_id ?? '',
    type: field.type,
    value,
    filled: field.is_filled ?? (typeof value === 'boolean' || typeof value === 'number' || isFilledText(value)),
  };
}

const blankToNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

const isFilledText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const toRecipient = (person: DocumentDetails['recipients'][number]): z.infer<typeof Recipient> => ({
  id: person.id,
  email: person.email,
  first_name: person.first_name,
  last_name: person.last_name,
  role: blankToNull(person.role) ?? person.roles[0] ?? null,
  recipient_type: person.recipient_type,
  has_completed: person.has_completed,
});

function currenciesOf({ tables, quotes }: Pricing): string[] {
  const counted = tables.filter((table) => table.is_included_in_total !== false);
  return [...new Set([...counted, ...quotes].flatMap(({ currency }) => (currency === null ? [] : [currency])))];
}

/**
 * A table's summary gives one sum of discounts, and does not say whether those of its rows are in it. The subtotal
 * tells: it is the sum of the rows either before or after their own discounts.
 */
function tableHasDiscountOnTotal(table: PricingTable): boolean {
  const discount = new Exact(table.summary?.discount ?? 0);
  if (discount.isZero()) return false;
  const { rows } = rowsOf({ tables: [{ ...table, is_included_in_total: true }], quotes: [] });
  const sum = (amounts: ExactNumber[]) => amounts.reduce((all, each) => all.plus(each), new Exact(0));
  const gross = sum(rows.map(({ price, quantity }) => new Exact(price).times(quantity)));
  const offRows = sum(rows.map((row) => (row.discount === null ? new Exact(0) : amountOff(row.discount, row))));
  const subtotal = table.summary?.subtotal;
  const rowsAlreadyOff = subtotal != null && closeTo(gross.minus(offRows), new Exact(subtotal));
  return rowsAlreadyOff ? true : discount.minus(offRows).greaterThan('0.01');
}

const closeTo = (one: ExactNumber, other: ExactNumber): boolean => one.minus(other).abs().lessThanOrEqualTo('0.01');

const quoteHasDiscountOnTotal = ({ summary, sections }: Quote): boolean =>
  [summary, ...sections.map((section) => section.summary)].some((each) =>
    Object.values(each?.discounts ?? {}).some((entry) => entry?.value != null && !new Exact(entry.value).isZero()),
  );
