import type { IncomingEvent } from '../../sdk/trigger.js';
import { DocumentRows, type DocumentRow } from '../answers/document-answer.js';
import type { PandaDocGateway } from '../client.js';
import { identityOf } from '../event-identity.js';
import { stateOf } from '../event-state.js';
import {
  creationFailed,
  documentDeleted,
  documentStatusChanged,
  pdfReady,
  triggerOfEvent,
} from '../triggers/document-triggers.js';
import { earlier, type Position } from './cursor.js';

const PAGE = 100;
/** The list may be a little behind, so each look begins before where the last one ended. */
const OVERLAP_MS = 60_000;

interface Look {
  events: IncomingEvent[];
  position: Position;
}

/**
 * One page of the documents modified since the position, the oldest change first, as events: what each document is now.
 * @param until what was modified later is left for the next look
 */
export async function changedDocuments(
  gateway: PandaDocGateway,
  { position, until, deleted }: { position: Position; until: Date; deleted: boolean },
): Promise<Look> {
  const from = position.running ? position.since : earlier(position.since, OVERLAP_MS);
  const query = {
    order_by: 'date_modified',
    modified_from: from,
    modified_to: until.toISOString(),
    count: PAGE,
    page: position.page,
    ...(deleted ? { deleted } : {}),
  };
  const { results } = await gateway.read(
    { operation: 'document.list', path: '/public/v1/documents', query },
    DocumentRows,
  );
  return { events: results.flatMap((row) => eventsOf(row, deleted)), position: advance(position, from, results) };
}

function advance(position: Position, from: string, rows: readonly DocumentRow[]): Position {
  const last = rows.at(-1)?.date_modified ?? null;
  if (last === null || rows.length < PAGE) {
    return { since: last !== null && isLater(last, position.since) ? last : position.since, page: 1, running: false };
  }
  return isLater(last, from)
    ? { since: last, page: 1, running: true }
    : { since: from, page: position.page + 1, running: true };
}

/** By the millisecond, and within it by the text: PandaDoc writes microseconds. */
function isLater(one: string, other: string): boolean {
  const [a, b] = [Date.parse(one), Date.parse(other)];
  return a === b ? one > other : a > b;
}

const COMPLETE: ReadonlySet<string> = new Set(['document.completed', 'document.paid']);

/** PandaDoc's names of the events that a document in this state must have had. */
function kindsOf({ status }: DocumentRow, deleted: boolean): string[] {
  if (deleted) return [eventOf.deleted];
  if (status === 'document.uploaded') return [];
  if (status === 'document.error') return [eventOf.failed];
  return COMPLETE.has(status) ? [eventOf.changed, eventOf.ready] : [eventOf.changed];
}

const nameOf = (trigger: { key: string }): string =>
  [...triggerOfEvent].find(([, candidate]) => candidate.key === trigger.key)?.[0] ?? trigger.key;

const eventOf = {
  changed: nameOf(documentStatusChanged),
  ready: nameOf(pdfReady),
  failed: nameOf(creationFailed),
  deleted: nameOf(documentDeleted),
};

function eventsOf(row: DocumentRow, deleted: boolean): IncomingEvent[] {
  return kindsOf(row, deleted).flatMap((event) => {
    const trigger = triggerOfEvent.get(event)?.key;
    return trigger === undefined ? [] : [toIncoming(row, event, trigger)];
  });
}

function toIncoming(row: DocumentRow, event: string, trigger: string): IncomingEvent {
  const { id, name, status, date_modified: modified, date_completed: completed } = row;
  return {
    trigger,
    identity: identityOf(event, row, [id, status]),
    ...stateOf(trigger, status),
    occurredAt: modified,
    subject: { type: 'document', id, ...(name === '' ? {} : { label: name }) },
    dealId: undefined,
    templateId: undefined,
    ...(trigger === documentStatusChanged.key && {
      changes: [{ type: 'document', id, property: 'status', after: status }],
    }),
    data: {
      document_id: id,
      document_name: name,
      status,
      template_id: null,
      template_name: null,
      deal_id: null,
      occurred_at: modified ?? '',
      ...(trigger === creationFailed.key && { error: null }),
    },
    readOff: { since: COMPLETE.has(status) ? completed : null },
  };
}
