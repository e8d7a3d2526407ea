import { schedule } from '../jobs.js';
import type { Document, Status } from '../model/document.js';
import { stamp } from '../stamp.js';
import type { PandaDocWorld } from '../state.js';
import { emitDocumentEvent } from '../webhooks/emit-event.js';

/** Where a document may go from each status by sending, by its recipients, its approvers and time. */
const moves = {
  'document.uploaded': ['document.draft', 'document.error'],
  'document.error': [],
  'document.draft': ['document.sent', 'document.waiting_approval', 'document.scheduled'],
  'document.scheduled': ['document.sent', 'document.draft'],
  'document.waiting_approval': ['document.approved', 'document.rejected', 'document.draft'],
  'document.approved': ['document.sent', 'document.draft'],
  'document.rejected': ['document.draft'],
  'document.sent': ['document.viewed', 'document.declined', 'document.voided', 'document.draft'],
  'document.viewed': [
    'document.completed',
    'document.waiting_pay',
    'document.declined',
    'document.voided',
    'document.external_review',
    'document.draft',
  ],
  'document.external_review': ['document.viewed', 'document.declined', 'document.voided', 'document.draft'],
  'document.waiting_pay': ['document.paid', 'document.declined', 'document.draft'],
  'document.completed': ['document.draft'],
  'document.paid': ['document.draft'],
  'document.voided': ['document.draft'],
  'document.declined': ['document.draft'],
} as const satisfies Record<Status, readonly Status[]>;

export function mayMove(from: Status, to: Status): boolean {
  const targets: readonly Status[] = moves[from];
  return targets.includes(to);
}

/** The document changed: `date_modified` moves on, and with its content `content_date_modified` too. */
export function touch(world: PandaDocWorld, document: Document, what: 'content' | 'other' = 'other'): void {
  document.date_modified = stamp(world);
  if (what === 'content') document.content_date_modified = document.date_modified;
}

/** Changes the status with all that hangs on it (dates, the PDF, subscribers). Whoever calls it has checked the move. */
export function moveStatus(world: PandaDocWorld, document: Document, to: Status): void {
  touch(world, document);
  document.status = to;
  document.date_status_changed = document.date_modified;
  arrive(world, document, to);
  emitDocumentEvent(world, 'document_state_changed', document);
}

function arrive(world: PandaDocWorld, document: Document, to: Status): void {
  const { settings } = world.state;
  if (to === 'document.draft') {
    document.date_sent = document.date_completed = document.date_declined = document.expiration_date = null;
  } else if (to === 'document.sent') {
    document.date_sent = document.date_modified;
    document.expiration_date = daysLater(document.date_modified, settings.expires_after_days);
    document.downloads_pending.plain = settings.pdf_pending_answers.plain;
  } else if (to === 'document.declined') {
    document.date_declined = document.date_modified;
  } else if (to === 'document.completed' || to === 'document.paid') {
    complete(world, document);
  }
}

function complete(world: PandaDocWorld, document: Document): void {
  const { settings } = world.state;
  const completed = document.date_modified;
  document.date_completed = completed;
  document.downloads_pending.protected = settings.pdf_pending_answers.protected;
  schedule(world, settings.pdf_ready_ms, {
    kind: 'announce_pdf',
    document_id: document.id,
    date_completed: completed,
  });
}

function daysLater(stamped: string, days: number): string {
  return new Date(Date.parse(stamped) + days * 24 * 3_600_000).toISOString().replace('Z', '000Z');
}
