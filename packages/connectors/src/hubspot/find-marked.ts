import type { HubSpotGateway } from './client.js';
import { markerOf } from './marker.js';
import type { HubSpotRecord } from './records.js';

const BODY = { notes: 'hs_note_body', tasks: 'hs_task_body' } as const;

/** The deal's note or task that carries the mark of this key. Read through associations: search would be behind. */
export async function findMarked(
  gateway: HubSpotGateway,
  type: 'notes' | 'tasks',
  dealId: string,
  key: string,
  properties: readonly string[] = [],
): Promise<HubSpotRecord | undefined> {
  const associated = await gateway.associated('deals', dealId, type);
  const newestFirst = [...new Set(associated.map((one) => one.id))].sort((a, b) => Number(b) - Number(a));
  const marker = markerOf(key);
  const records = await gateway.records(type, newestFirst, [BODY[type], ...properties]);
  return records.find((record) => (record.properties[BODY[type]] ?? '').includes(marker));
}
