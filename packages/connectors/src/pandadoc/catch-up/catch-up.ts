import type { CatchUp } from '../../sdk/trigger.js';
import type { PandaDocGateway } from '../client.js';
import { changedDocuments } from './changed-documents.js';
import { readCursor, startCursor } from './cursor.js';
import { missedDeliveries } from './missed-deliveries.js';

/**
 * First PandaDoc's own record of what it failed to deliver, which says exactly what happened; then the documents
 * themselves, which also tell where nothing was even tried: no subscription, a switched-off one, a history run out.
 */
export const catchUp: CatchUp<PandaDocGateway> = {
  everyMs: 60_000,
  async read({ gateway, now, settleMs }, stored) {
    const cursor = readCursor(stored);
    if (cursor === null) return { events: [], cursor: startCursor(now), more: false };
    if (!cursor.changed.running && !cursor.deleted.running) {
      const { events, deliveries, more } = await missedDeliveries(gateway, now, cursor.deliveries);
      const isDone = !more && deliveries.unread.length === 0 && deliveries.spanMs === null;
      if (!isDone || events.length > 0) return { events, cursor: { ...cursor, deliveries }, more: more || isDone };
      cursor.deliveries = deliveries;
    }
    const until = new Date(now.getTime() - settleMs);
    const changed = await changedDocuments(gateway, { position: cursor.changed, until, deleted: false });
    if (changed.position.running) {
      return { events: changed.events, cursor: { ...cursor, changed: changed.position }, more: true };
    }
    const deleted = await changedDocuments(gateway, { position: cursor.deleted, until, deleted: true });
    return {
      events: [...changed.events, ...deleted.events],
      cursor: { ...cursor, changed: changed.position, deleted: deleted.position },
      more: deleted.position.running,
    };
  },
};
