import { z } from 'zod';
import type { Snapshot } from '../../sdk/trigger.js';
import type { Watched } from './cursor.js';
import type { DealState } from './deal-state.js';
import { fingerprint } from './fingerprint.js';

const Prints = z.record(z.string(), z.string());

/** What is kept of a deal, to tell what is different about it when it is looked at again. */
const KnownDeal = z.object({
  /** When the deal or one of its items was last modified, as far as looked at; epoch milliseconds. */
  at: z.number(),
  deal: Prints,
  items: z.record(z.string(), Prints),
});
export type KnownDeal = z.infer<typeof KnownDeal>;

export const toKnown = ({ deal, items, at }: DealState, watched: Watched): KnownDeal => ({
  at,
  deal: fingerprint(deal.properties, watched.deal),
  items: Object.fromEntries(items.map((item) => [item.id, fingerprint(item.properties, watched.item)])),
});

export const toSnapshot = (state: DealState, watched: Watched): Snapshot => ({
  subject: state.deal.id,
  parts: state.items.map((item) => item.id),
  value: toKnown(state, watched),
});

/** By the id of the deal. What an older make kept counts as never seen. */
export function knownDeals(snapshots: readonly Snapshot[]): Map<string, KnownDeal> {
  return new Map(
    snapshots.flatMap(({ subject, value }) => {
      const parsed = KnownDeal.safeParse(value);
      return parsed.success ? [[subject, parsed.data] as const] : [];
    }),
  );
}
