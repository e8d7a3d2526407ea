import type { IncomingEvent } from '../../sdk/trigger.js';
import { toInstant } from '../properties/dates.js';
import { decimalText } from '../properties/property-value.js';
import type { PropertyValues } from '../records.js';
import type { Watched } from './cursor.js';
import type { DealState } from './deal-state.js';
import { differing, filled, fingerprint } from './fingerprint.js';
import type { KnownDeal } from './known-deal.js';

/** What is different about a deal since it was last looked at. */
export interface DealChange {
  properties: string[];
  items: { added: number; removed: number; changed: number };
  /** In the words of the ledger, so that our own writes can be told from others'. */
  changes: NonNullable<IncomingEvent['changes']>;
}

export function compareDeal(before: KnownDeal, after: DealState, watched: Watched): DealChange {
  const properties = differing(before.deal, fingerprint(after.deal.properties, watched.deal));
  const added = after.items.filter((item) => !(item.id in before.items));
  const removed = Object.keys(before.items).filter((id) => !after.items.some((item) => item.id === id));
  const changed = after.items.flatMap((item) => {
    const old = before.items[item.id];
    if (old === undefined) return [];
    const different = differing(old, fingerprint(item.properties, watched.item));
    return different.length === 0 ? [] : [{ item, different }];
  });
  const saying = sayingWith(new Set(watched.numbers));
  return {
    properties,
    items: { added: added.length, removed: removed.length, changed: changed.length },
    changes: [
      ...saying('deal', after.deal.id, after.deal.properties, properties),
      ...added.flatMap((item) => saying('line_item', item.id, item.properties, filled(item.properties, watched.item))),
      ...changed.flatMap(({ item, different }) => saying('line_item', item.id, item.properties, different)),
      ...removed.map((id) => ({ type: 'line_item', id, property: 'archived', after: true })),
    ],
  };
}

/** A deal seen for the first time that was made after the trigger began: all of it is new. */
export function newDeal(after: DealState, watched: Watched): DealChange {
  const nothing: KnownDeal = { at: 0, deal: fingerprint({}, watched.deal), items: {} };
  return compareDeal(nothing, after, watched);
}

const sayingWith =
  (numbers: ReadonlySet<string>) =>
  (type: string, id: string, values: PropertyValues, names: readonly string[]): DealChange['changes'] =>
    names.map((property) => ({ type, id, property, after: asWritten(values[property], numbers.has(property)) }));

/** HubSpot gives numbers and moments back in another notation than we wrote them; cleared is "". */
function asWritten(value: string | null | undefined, isNumber: boolean): string {
  const text = value ?? '';
  if (isNumber) return decimalText(text) ?? text;
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? (toInstant(text) ?? text) : text;
}

export const isNothing = ({ properties, items }: DealChange): boolean =>
  properties.length + items.added + items.removed + items.changed === 0;
