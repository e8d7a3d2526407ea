import type { Json, JsonObject } from '@tandem/recipes';
import type { LineItem, PricingRow } from '../../sdk/pricing-row.js';
import type { QuoteItem, QuoteSection } from '../answers/pricing-answer.js';
import { discountEntry, itemInFull, sectionHead } from '../quote-request.js';
import type { QuoteBlock } from './blocks.js';
import type { Addition, Fate } from './decide.js';

interface QuoteEdit {
  block: QuoteBlock;
  fates: ReadonlyMap<PricingRow, Fate>;
  added: readonly Addition[];
  currency: string | null;
}

/**
 * A quote as PUT wants it: all sections and items in order, `{id}` alone for what stays as it is, whatever is left
 * out is deleted. https://developers.pandadoc.com/docs/update-quotes
 */
export function quoteBody({ block, fates, added, currency }: QuoteEdit): JsonObject {
  const newOnes = (section: QuoteSection | undefined) =>
    added.flatMap((each) => ('section' in each && each.section === section ? [newItem(each.lineItem)] : []));
  const sections = block.sections.map(({ section, slots }) => {
    const items = slots.flatMap(({ source, row }) => existingItem(source, fates.get(row)));
    const appended = newOnes(section);
    const isUntouched = appended.length === 0 && slots.every(({ row }) => (fates.get(row)?.is ?? 'kept') === 'kept');
    return isUntouched ? { id: section.id } : { ...sectionHead(section), items: [...items, ...appended] };
  });
  const homeless = newOnes(undefined);
  return {
    ...(currency === null ? {} : { currency }),
    sections: homeless.length === 0 ? sections : [...sections, { name: 'Products', items: homeless }],
  };
}

function existingItem(source: QuoteItem, fate: Fate | undefined): Json[] {
  if (fate === undefined || fate.is === 'kept') return [{ id: source.id }];
  return fate.is === 'removed' ? [] : [changedItem(source, fate)];
}

function changedItem(source: QuoteItem, { lineItem, changes }: Extract<Fate, { is: 'changed' }>): JsonObject {
  const discountChanges = changes.some(({ property }) => property === 'discount');
  return {
    ...itemInFull(source),
    ...itemHead(lineItem),
    ...(discountChanges ? { discounts: discountEntry(lineItem.discount, Object.keys(source.discounts)[0]) } : {}),
  };
}

const newItem = (item: LineItem): JsonObject => ({
  ...itemHead(item),
  options: { qty_editable: false, selected: true },
  ...(item.discount === null ? {} : { discounts: discountEntry(item.discount, undefined) }),
});

const itemHead = (item: LineItem): JsonObject => ({
  name: item.name,
  sku: item.sku ?? '',
  description: item.description ?? '',
  qty: Number(item.quantity),
  price: Number(item.price),
  reference_id: item.id,
});
