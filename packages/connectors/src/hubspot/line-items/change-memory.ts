import { z } from 'zod';
import type { Json } from '@tandem/recipes';
import type { PricingRow } from '../../sdk/pricing-row.js';
import { contentOf } from './row-content.js';

/**
 * What is remembered of a document's rows from one reconciliation to the next. PandaDoc tells no times of rows, so
 * "changed last" is found out by looking: a counter goes up by one at each look that finds a row changed.
 */
const RowMemory = z.object({
  content: z.string(),
  /** The look at which the row was last seen changed; 0 when it always said what the deal said. */
  changed: z.number().int(),
  /** The line item that this row was written to. */
  item_id: z.string().nullable(),
});

const ChangeMemory = z.object({
  looks: z.number().int(),
  had_items: z.boolean(),
  rows: z.record(z.string(), RowMemory),
});
export type ChangeMemory = z.infer<typeof ChangeMemory>;

const NOTHING: ChangeMemory = { looks: 0, had_items: false, rows: {} };

/** Memory of an unknown shape counts as none: it only decides ties. */
export function readMemory(remembered: Json | undefined): ChangeMemory {
  const parsed = ChangeMemory.safeParse(remembered);
  return parsed.success ? parsed.data : NOTHING;
}

/**
 * Looks at the rows once more. A row seen before has changed when it says something else than then; a row seen for the
 * first time has changed when it says something else than the deal. What we wrote to the deal ourselves changes nothing
 * here, because rows seen before are compared with themselves only.
 */
export function look(
  memory: ChangeMemory,
  rows: readonly PricingRow[],
  differsFromDeal: (row: PricingRow) => boolean,
): ChangeMemory {
  const next = memory.looks + 1;
  const seen = rows.map((row) => {
    const content = contentOf(row);
    const earlier = memory.rows[row.key];
    const hasChanged = earlier === undefined ? differsFromDeal(row) : earlier.content !== content;
    const changed = hasChanged ? next : (earlier?.changed ?? 0);
    return [row.key, { content, changed, item_id: earlier?.item_id ?? null }] as const;
  });
  const looks = seen.some(([, row]) => row.changed === next) ? next : memory.looks;
  return { ...memory, looks, rows: Object.fromEntries(seen) };
}

/** Of rows about one product the one changed last; of those changed at the same look the later one in the document. */
export function changedLast(rows: readonly PricingRow[], memory: ChangeMemory): PricingRow | undefined {
  const at = (row: PricingRow): number => memory.rows[row.key]?.changed ?? 0;
  return rows.reduce<PricingRow | undefined>(
    (winner, row) => (winner === undefined || at(row) >= at(winner) ? row : winner),
    undefined,
  );
}

/** Remembers which line item each winning row was written to. */
export function withItems(memory: ChangeMemory, itemIds: ReadonlyMap<string, string>): ChangeMemory {
  const rows = Object.entries(memory.rows).map(
    ([key, row]) => [key, { ...row, item_id: itemIds.get(key) ?? null }] as const,
  );
  return { ...memory, had_items: memory.had_items || itemIds.size > 0, rows: Object.fromEntries(rows) };
}
