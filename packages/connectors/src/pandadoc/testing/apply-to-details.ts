import { DocumentDetails } from '../answers/document-answer.js';
import type { PricingTable, QuoteItem } from '../answers/pricing-answer.js';
import type { FillData } from '../fill/plan-fill.js';

type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- request bodies, read as the remote would

let nextId = 1;

/** What a document says after PandaDoc took the requests: rows replaced with new ids, quotes by their ids. */
export function applyToDetails(details: DocumentDetails, { patch, quotes }: FillData): DocumentDetails {
  const sent: Json = patch ?? {};
  const tokens = details.tokens.map(({ name, value }) => ({
    name,
    value: sent.tokens?.find((token: Json) => token.name === name)?.value ?? value,
  }));
  const tables = details.pricing.tables.map((table) => {
    const request = sent.pricing_tables?.find(({ name }: Json) => name === table.name);
    return request === undefined ? table : replaceRows(table, request);
  });
  const replaced = details.pricing.quotes.map((quote) => {
    const body: Json = quotes.find(({ id }) => id === quote.id)?.body;
    if (body === undefined) return quote;
    const sections = body.sections.map((section: Json) => replaceSection(quote, section));
    return { ...quote, currency: body.currency ?? quote.currency, sections };
  });
  return DocumentDetails.parse({ ...details, tokens, pricing: { tables, quotes: replaced } });
}

function replaceRows(table: PricingTable, request: Json): Json {
  const items = request.sections.flatMap((section: Json) =>
    section.rows.map(({ data, options, custom_fields }: Json) => ({
      ...data,
      id: `new-${(nextId += 1)}`,
      discounts: data.discount === undefined ? {} : { Discount: data.discount },
      options: { ...options, multichoice_enabled: section.multichoice_enabled },
      custom_fields,
    })),
  );
  return { ...table, currency: request.options.currency ?? table.currency, items };
}

function replaceSection(quote: Json, { items, ...section }: Json): Json {
  const known = quote.sections.find(({ id }: Json) => id === section.id) ?? { id: `new-${(nextId += 1)}`, items: [] };
  if (items === undefined) return known;
  const all: QuoteItem[] = items.map((item: Json) => {
    const before = known.items.find(({ id }: Json) => id === item.id);
    return { ...before, ...item, id: before?.id ?? `new-${(nextId += 1)}` };
  });
  return { ...known, ...section, items: all };
}
