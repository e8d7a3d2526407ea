import type { HubSpotState } from './state.js';
import type { CrmChange, Parcels } from './webhooks/parcel.js';

/** What the twin runs on. `state` may be replaced as a whole (reset), so it is read anew on every call. */
export interface HubSpotWorld {
  state: HubSpotState;
  now(): Date;
  /** Told after every write, so that the state can be saved. */
  onChange?(): void;
  /** Tells the app of a change; set while the routes are up, as is the courier. */
  tell?: ((change: CrmChange) => void) | undefined;
  courier?: Parcels | undefined;
}

/** A key that a caller chose may be "constructor": only the record's own keys count. */
export function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** An instant as HubSpot writes it: the fraction is left out when it is zero. */
export function instant(when: Date | number): string {
  return new Date(when).toISOString().replace('.000Z', 'Z');
}

/** The next free id of a kind of thing. Ids are numeric strings, unique only within their kind. */
export function nextId(state: HubSpotState, kind: string): string {
  const id = (own(state.last_ids, kind) ?? 0) + 1;
  state.last_ids[kind] = id;
  return String(id);
}
