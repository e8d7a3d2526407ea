import { z } from 'zod';
import { ConnectorError } from '../../sdk/connector-error.js';
import type { Change } from '../../sdk/plan.js';
import { said } from '../../sdk/said.js';
import type { Pricing } from '../answers/pricing-answer.js';
import { blocksOf, rowsOfBlock } from './blocks.js';

const Created = z.object({ line_item_id: z.string(), name: z.string() });

/**
 * The changes with the ids of the rows that were created. Throws `conflict` when PandaDoc took the request but not
 * the products, as it does for tables that are not set to receive them.
 */
export function withIdsOfNewRows(changes: readonly Change[], pricing: Pricing): Change[] {
  const rows = blocksOf(pricing).flatMap(rowsOfBlock);
  return changes.map((change) => {
    if (change.operation !== 'create') return change;
    const { line_item_id: lineItemId, name } = Created.parse(change.after);
    const row = rows.find((each) => each.line_item_id === lineItemId) ?? rows.find((each) => each.name === name);
    if (row === undefined) throw notTaken(name);
    return { ...change, target: { ...change.target, id: row.key, label: said`${row.place}: ${row.name}` } };
  });
}

const notTaken = (name: string): ConnectorError =>
  new ConnectorError('conflict', said`PandaDoc did not put "${name}" into the document.`, {
    remedy: said`In the template, switch on "Automatically add products to this table" for the pricing table.`,
  });
