import type { JsonObject } from '@tandem/recipes';
import type { Change } from '../../sdk/plan.js';
import type { LineItem, PricingRow } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import { currencyOfBlock, rowsOfBlock, type Block } from './blocks.js';
import type { Addition, Decisions } from './decide.js';

/** The rows' part of the plan, for people: each says where it is and what it was called. */
export function rowChangesOf(
  blocks: readonly Block[],
  { fates, added }: Decisions,
  currencyOf: (block: Block) => string | null,
): Change[] {
  const rows = blocks.flatMap((block) => rowsOfBlock(block).map((row) => ({ row, currency: currencyOf(block) })));
  const existing = rows.flatMap(({ row, currency }): Change[] => {
    const fate = fates.get(row);
    const target = rowTarget(row.key, said`${row.place}: ${row.name}`, currency);
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
  return [...existing, ...added.map((addition) => creation(addition, currencyOf(addition.block)))];
}

export function currencyChange(block: Block, after: string | null): Change[] {
  if (after === null) return [];
  const [type, id] = block.kind === 'table' ? ['pricing_table', block.table.id] : ['quote', block.quote.id];
  const target = { connector: 'pandadoc', type, id, label: block.place };
  return [{ target, operation: 'update', property: 'currency', before: currencyOfBlock(block), after }];
}

const rowTarget = (id: string | null, label: string, currency: string | null): Change['target'] => ({
  connector: 'pandadoc',
  type: 'pricing_row',
  id,
  label,
  ...(currency === null ? {} : { currency }),
});

const creation = ({ lineItem, block }: Addition, currency: string | null): Change => ({
  target: rowTarget(null, said`${block.place}, new row: ${lineItem.name}`, currency),
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
