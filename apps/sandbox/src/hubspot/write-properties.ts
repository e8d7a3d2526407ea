import { OBJECT_TYPES } from './object-types.js';
import type { Properties, StoredRecord } from './state.js';
import { tellProperty } from './webhooks/crm-change.js';
import { instant, type HubSpotWorld } from './world.js';

const modifiedProperty = new Map(OBJECT_TYPES.map(({ id, modified }) => [id, modified]));

/**
 * Writes values into a record ("" clears) and stamps it as modified now. While search lags, what search showed
 * before is kept beside the record until the delay is over.
 */
export function writeProperties(world: HubSpotWorld, type: string, record: StoredRecord, values: Properties): void {
  delaySearch(world, record, { ...record.properties });
  for (const [name, value] of Object.entries(values)) {
    if ((record.properties[name] ?? '') !== value) tellProperty(world, { type, id: record.id }, name, value);
    if (value === '') Reflect.deleteProperty(record.properties, name);
    else record.properties[name] = value;
  }
  const now = instant(world.now());
  record.updated_at = now;
  record.properties[modifiedProperty.get(type) ?? 'hs_lastmodifieddate'] = now;
}

/** Keeps `shown` as what search finds of the record until the search delay is over; null: nothing. */
export function delaySearch(world: HubSpotWorld, record: StoredRecord, shown: Properties | null): void {
  const delay = world.state.settings.search_delay_ms;
  if (delay === 0) return;
  const now = world.now().getTime();
  const pending = record.search_lag !== null && record.search_lag.until > now ? record.search_lag.shown : shown;
  record.search_lag = { until: now + delay, shown: pending };
}
