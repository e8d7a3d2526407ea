import type { JsonObject } from '@tandem/recipes';
import type { Change } from '../../sdk/plan.js';
import type { LineItem, PricingRow } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import { currencyOfBlock, rowsOfBlock, type Block } from './blocks.js';
import type { Addition, Decisions } from './decide.js';

/** The rows' part of the plan, for people: each says where it is and what it was called. */
export function rowChangesOf(blocks: readonly Block[], { fates, added }: Decisions): Change[] {
  const existing = blocks.flatMap(rowsOfBlock).flatMap((row): Change[] => {
    const fate = fates.get(row);
    const target = { connector: 'pandadoc', type: 'pricing_row', id: row.key, label: said`${row.place}: ${row.name}` };
    switch (fate?.is) {
      case 'changed':
        return fate.changes.map((change) => ({ target, operation: 'update', ...change }));
      case 'removed':
        return [
          {
            target,
            operation: 'delete',
            property: null,
            before: { ...shown(row), line_item_id: row.line_item_id },
            after: null,
          },
        ];
      case 'kept':
      case undefined:
        return [];
    }
  });
  return [...existing, ...added.map(creation)];
}

export function currencyChange(block: Block, after: string | null): Change[] {
  if (after === null) return [];
  const [type, id] = block.kind === 'table' ? ['pricing_table', block.table.id] : ['quote', block.quote.id];
  const target = { connector: 'pandadoc', type, id, label: block.place };
  return [{ target, operation: 'update', property: 'currency', before: currencyOfBlock(block), after }];
}

const creation = ({ lineItem, block }: Addition): Change => ({
  target: {
    connector: 'pandadoc',
    type: 'pricing_row',
    id: null,
    label: said`${block.place}, new row: ${lineItem.name}`,
  },
  operation: 'create',
  property: null,
  before: null,
  after: { ...shown(lineItem), line_item_id: lineItem.id },
});

const shown = ({ name, sku, description, price, quantity, discount }: PricingRow | LineItem): JsonObject => ({
  name,
  sku,
  description,
  price,
  quantity,
  discount,
});
