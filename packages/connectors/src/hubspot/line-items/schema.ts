import { z } from 'zod';

const Values = z.record(z.string(), z.string());
const Update = z.strictObject({ property: z.string(), before: z.string().nullable(), after: z.string() });

/** What `apply` needs; as it comes back out of the journal. */
export const PlannedReconciliation = z.strictObject({
  deal_id: z.string(),
  creates: z.array(z.strictObject({ row_key: z.string(), place: z.string(), label: z.string(), properties: Values })),
  updates: z.array(z.strictObject({ id: z.string(), place: z.string(), label: z.string(), updates: z.array(Update) })),
  deletes: z.array(
    z.strictObject({ id: z.string(), label: z.string(), properties: z.record(z.string(), z.string().nullable()) }),
  ),
  amount: z.strictObject({ before: z.string().nullable(), after: z.string() }).nullable(),
  amount_now: z.string().nullable(),
  unchanged: z.number().int(),
});
