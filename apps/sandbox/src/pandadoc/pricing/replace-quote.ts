import { QuoteItem, QuoteSection, type Column, type Quote } from '../model/template.js';
import type { ItemInput, QuoteInput, SectionInput } from './quote-input.js';

/**
 * The quote after a full replacement: sections and items come in the order sent; a known id keeps what the input
 * leaves out (only `{id}` keeps all), an unknown or missing id makes a new one, and what is not sent is gone.
 * Without `sections` they stay as they are.
 */
export function replaceQuote(before: Quote, input: QuoteInput): Quote {
  const quote = structuredClone(before);
  const sections = input.sections?.map((section) => replaceSection(quote.sections, section)) ?? quote.sections;
  const replaced = {
    ...quote,
    ...defined(input.summary ?? {}),
    currency: input.currency ?? quote.currency,
    selection_type: input.settings?.selection_type ?? quote.selection_type,
    sections,
  };
  for (const section of sections) keepOneSelected(section.selection_type, section.items);
  keepOneSelected(replaced.selection_type, sections);
  return replaced;
}

function replaceSection(known: QuoteSection[], input: SectionInput): QuoteSection {
  const section = known.find(({ id }) => id === input.id) ?? QuoteSection.parse({ columns: columnsLike(known) });
  const { discounts, taxes, fees } = defined(input.summary ?? {});
  return {
    ...section,
    ...defined({ discounts, taxes, fees, name: input.name ?? undefined, ...input.settings }),
    items: input.items?.map((item) => replaceItem(section.items, item)) ?? section.items,
  };
}

function replaceItem(known: QuoteItem[], { options, ...values }: ItemInput): QuoteItem {
  const item = known.find(({ id }) => id === values.id);
  if (item) return { ...item, ...defined({ ...values, ...options }) };
  const created = QuoteItem.parse({ ...defined({ ...values, ...options, id: undefined }) });
  return { ...created, reference_type: 'public-api' };
}

/** A new section shows what the others of its quote show. */
function columnsLike(known: QuoteSection[]): Column[] {
  return known[0]?.columns ?? standardColumns;
}

const standardColumns: Column[] = ['Name', 'Description', 'Price', 'Quantity', 'Total', 'SKU', 'Cost'].map(
  (header) => ({
    header,
    merge_name: header,
    kind: 'standard',
    hidden: header === 'SKU' || header === 'Cost',
  }),
);

/** Where only one may be chosen, the first that is chosen stays so. */
export function keepOneSelected(type: Quote['selection_type'], choices: { selected: boolean }[]): void {
  if (type !== 'single') return;
  const chosen = choices.find(({ selected }) => selected);
  for (const choice of choices) choice.selected = choice === chosen;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(values: T): Defined<T> {
  // Sound: entries without a value are exactly the ones that are left out.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
