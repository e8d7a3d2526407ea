import type { LineItem, PricingRow } from '../../sdk/pricing-row.js';
import type { QuoteSection } from '../answers/pricing-answer.js';
import { rowsOfBlock, type Block, type QuoteBlock, type TableBlock } from './blocks.js';
import { matchRows, ownEntry, type RememberedRows } from './match-rows.js';
import { sectionByRules } from './merge-rules.js';
import { rowChanges, type RowChange } from './row-changes.js';

/** What becomes of a row that is in the document. */
export type Fate =
  /** Stays as it is; null for rows typed by hand. */
  | { is: 'kept'; lineItem: LineItem | null }
  | { is: 'changed'; lineItem: LineItem; changes: RowChange[] }
  | { is: 'removed' };

export type Addition =
  | { lineItem: LineItem; block: TableBlock }
  /** Without a section the quote has none yet. */
  | { lineItem: LineItem; block: QuoteBlock; section: QuoteSection | undefined };

export interface Decisions {
  fates: Map<PricingRow, Fate>;
  added: Addition[];
  /** For the next time: row key → line item id. */
  remember: Record<string, string>;
}

/** Decides about every row, and where line items go that have none. */
export function decide(
  blocks: readonly Block[],
  lineItems: readonly LineItem[],
  remembered: RememberedRows,
): Decisions {
  const matches = matchRows(blocks.map(rowsOfBlock), lineItems, remembered);
  const fates = new Map<PricingRow, Fate>();
  for (const row of blocks.flatMap(rowsOfBlock)) fates.set(row, fateOf(row, matches.get(row), remembered));
  const placed = new Set(matches.values());
  return {
    fates,
    added: lineItems.filter((item) => !placed.has(item)).flatMap((item) => placesFor(item, blocks)),
    remember: Object.fromEntries([...matches].map(([row, item]) => [row.key, item.id])),
  };
}

function fateOf(row: PricingRow, lineItem: LineItem | undefined, remembered: RememberedRows): Fate {
  if (lineItem === undefined) {
    const cameFromDeal = row.line_item_id !== null || row.sku !== null || ownEntry(remembered, row.key) !== undefined;
    return cameFromDeal ? { is: 'removed' } : { is: 'kept', lineItem: null };
  }
  const changes = rowChanges(row, lineItem);
  return changes.length === 0 ? { is: 'kept', lineItem } : { is: 'changed', lineItem, changes };
}

/**
 * The only block takes everything. Of several, those quotes whose own rules want the line item; failing that the
 * first pricing table, or the first quote.
 */
function placesFor(lineItem: LineItem, blocks: readonly Block[]): Addition[] {
  const wanting = blocks.flatMap((block) => {
    const section = block.kind === 'quote' ? sectionByRules(block.quote, lineItem) : undefined;
    return block.kind === 'quote' && section !== undefined ? [{ lineItem, block, section }] : [];
  });
  if (wanting.length > 0) return wanting;
  const block = blocks.find(({ kind }) => kind === 'table') ?? blocks[0];
  if (block === undefined) return [];
  return block.kind === 'table' ? [{ lineItem, block }] : [{ lineItem, block, section: block.quote.sections[0] }];
}
