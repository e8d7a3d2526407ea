import type { Json, JsonObject } from '@tandem/recipes';
import { ConnectorError } from '../../sdk/connector-error.js';
import type { Change } from '../../sdk/plan.js';
import { said } from '../../sdk/said.js';
import type { Quote, QuoteItem, QuoteSection } from '../answers/pricing-answer.js';
import { itemInFull, sectionHead } from '../quote-request.js';
import { itemChanges, itemRequest, type ItemInput, type SectionInput } from './quote-input.js';

export interface QuoteUpdate {
  currency?: string | undefined;
  sections?: readonly SectionInput[] | undefined;
}

interface Edit {
  body: JsonObject;
  changes: Change[];
}

/** What the update would change, and the full replacement that PandaDoc wants for it. */
export function planQuote(quote: Quote, place: string, { currency, sections }: QuoteUpdate): Edit {
  const newCurrency = currency === undefined || currency === quote.currency ? undefined : currency;
  const edits = sections === undefined ? undefined : editSections(quote, place, sections);
  const target = { connector: 'pandadoc', type: 'quote', id: quote.id, label: place };
  return {
    body: {
      ...(newCurrency === undefined ? {} : { currency: newCurrency }),
      ...(edits === undefined ? {} : { sections: edits.bodies }),
    },
    changes: [
      ...(newCurrency === undefined
        ? []
        : [{ target, operation: 'update' as const, property: 'currency', before: quote.currency, after: newCurrency }]),
      ...(edits?.changes ?? []),
    ],
  };
}

function editSections(quote: Quote, place: string, wanted: readonly SectionInput[]) {
  const claimed = claim(
    quote.sections,
    wanted,
    place,
    (section, input) => input.name === undefined || section.name === input.name,
  );
  const edits = wanted.map((input, index) => editSection(claimed[index], place, input));
  const gone = quote.sections.filter((section) => !claimed.includes(section));
  return {
    bodies: edits.map(({ body }) => body),
    changes: [
      ...edits.flatMap(({ changes }) => changes),
      ...gone.map((section) => removal('quote_section', section.id, `${place}, ${section.name ?? ''}`, section.name)),
      ...reordering('quote', quote.id, place, quote.sections, claimed),
    ],
  };
}

function editSection(section: QuoteSection | undefined, place: string, { name, items }: SectionInput): Edit {
  const label = `${place}, ${name ?? section?.name ?? said`new section`}`;
  const target = { connector: 'pandadoc', type: 'quote_section', id: section?.id ?? null, label };
  const claimed = claim(
    section?.items ?? [],
    items ?? [],
    label,
    (item, input) => itemChanges(item, input).length === 0,
  );
  const edits = (items ?? []).map((input, index) => editItem(claimed[index], label, input));
  const gone = items === undefined ? [] : (section?.items ?? []).filter((item) => !claimed.includes(item));
  const renamed = section !== undefined && name !== undefined && name !== section.name;
  const changes: Change[] = [
    ...(section === undefined
      ? [{ target, operation: 'create' as const, property: null, before: null, after: name ?? null }]
      : []),
    ...(renamed ? [{ target, operation: 'update' as const, property: 'name', before: section.name, after: name }] : []),
    ...edits.flatMap((edit) => edit.changes),
    ...gone.map((item) => removal('pricing_row', item.id, `${label}: ${item.name}`, item.name)),
    ...(items === undefined ? [] : reordering('quote_section', target.id, label, section?.items ?? [], claimed)),
  ];
  if (section !== undefined && changes.length === 0) return { body: { id: section.id }, changes };
  const head = section === undefined ? {} : sectionHead(section);
  return {
    body: {
      ...head,
      ...(name === undefined ? {} : { name }),
      ...(items === undefined ? {} : { items: edits.map(({ body }) => body) }),
    },
    changes,
  };
}

function editItem(item: QuoteItem | undefined, place: string, wanted: ItemInput): Edit {
  const label = `${place}: ${wanted.name ?? item?.name ?? ''}`;
  if (item === undefined) {
    const body = itemRequest(wanted, {}, undefined);
    const target = { connector: 'pandadoc', type: 'pricing_row', id: null, label };
    return { body, changes: [{ target, operation: 'create', property: null, before: null, after: body }] };
  }
  const target = { connector: 'pandadoc', type: 'pricing_row', id: item.id, label };
  const changes = itemChanges(item, wanted).map((change) => ({ target, operation: 'update' as const, ...change }));
  if (changes.length === 0) return { body: { id: item.id }, changes };
  return { body: itemRequest(wanted, itemInFull(item), Object.keys(item.discounts)[0]), changes };
}

/**
 * For each wanted thing the one that is there: by its id, else one that is equal and not spoken for. Equal ones are
 * not made anew, so that a repeated update changes nothing.
 */
function claim<Thing extends { id: string }, Wanted extends { id?: string | undefined }>(
  there: readonly Thing[],
  wanted: readonly Wanted[],
  place: string,
  isEqual: (thing: Thing, input: Wanted) => boolean,
): (Thing | undefined)[] {
  const claimed = wanted.map(({ id }) => {
    const thing = there.find((each) => each.id === id);
    if (id === undefined || thing !== undefined) return thing;
    throw new ConnectorError('validation', said`${place} has nothing with the id "${id}".`, {
      remedy: said`Read the document again: ids of deleted sections and items are gone for good.`,
    });
  });
  for (const [index, input] of wanted.entries()) {
    if (input.id !== undefined) continue;
    claimed[index] = there.find((each) => !claimed.includes(each) && isEqual(each, input));
  }
  return claimed;
}

const removal = (type: string, id: string, label: string, before: Json): Change => ({
  target: { connector: 'pandadoc', type, id, label },
  operation: 'delete',
  property: null,
  before,
  after: null,
});

function reordering(
  type: string,
  id: string | null,
  label: string,
  before: readonly { id: string }[],
  claimed: readonly ({ id: string } | undefined)[],
): Change[] {
  const after = claimed.flatMap((each) => (each === undefined ? [] : [each.id]));
  const remaining = before.map((each) => each.id).filter((each) => after.includes(each));
  if (remaining.every((each, index) => after[index] === each)) return [];
  return [
    {
      target: { connector: 'pandadoc', type, id, label },
      operation: 'update',
      property: 'order',
      before: remaining,
      after,
    },
  ];
}
