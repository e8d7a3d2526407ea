import { z } from 'zod';

/** Query members of every list: newest first, `before` is the `next` of the page before. */
export const pageQuery = {
  before: z
    .string()
    .regex(/^\d{1,18}$/, 'Take `next` of the page before, unchanged.')
    .optional()
    .describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    items: z.array(row),
    next: z.string().nullable().describe('For `before` of the next page; null on the last one'),
  });

/**
 * Rows were asked for with one more than `limit`, to know whether there is a next page.
 * @param placeOf what the rows are ordered by, and `before` compares with
 */
export function toPage<Row, View>(
  rows: Row[],
  limit: number,
  view: (row: Row) => View,
  placeOf: (row: Row) => string,
): { items: View[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), next: rows.length > limit && last ? placeOf(last) : null };
}
