import { z } from 'zod';
import { requestError, wrongState } from '../http/api-error.js';
import { fill } from '../documents/fields.js';
import { mayMove, moveStatus, touch } from '../documents/move-status.js';
import { returnToDraft, sendDocument } from '../documents/send-document.js';
import { showPerson } from '../documents/show-document.js';
import type { Document, Recipient, Status } from '../model/document.js';
import type { PandaDocWorld } from '../state.js';
import { emitDocumentEvent } from '../webhooks/emit-event.js';

/** What people do to a document that the API cannot do for them. */
export const Act = z.enum(['send', 'view', 'sign', 'decline', 'pay', 'expire', 'approve', 'reject', 'review', 'draft']);
export type Act = z.infer<typeof Act>;

/** Who acts: by id, e-mail or role. Nobody named: everybody who has not signed yet. */
export const Actor = z.strictObject({
  recipient_id: z.string().optional(),
  email: z.string().optional(),
  role: z.string().optional(),
});
export type Actor = z.output<typeof Actor>;

const moves: Record<Exclude<Act, 'send' | 'sign' | 'draft'>, Status> = {
  view: 'document.viewed',
  decline: 'document.declined',
  pay: 'document.paid',
  expire: 'document.voided',
  approve: 'document.approved',
  reject: 'document.rejected',
  review: 'document.external_review',
};

/** @throws ApiError 409 when the document's status does not allow it, 400 when nobody is left to sign */
export function act(world: PandaDocWorld, document: Document, what: Act, actor: Actor): void {
  if (what === 'send') sendDocument(world, document, document.owner_id);
  else if (what === 'draft') returnToDraft(world, document);
  else if (what === 'sign') sign(world, document, actor);
  else if (!mayMove(document.status, moves[what])) throw wrongState(document);
  else move(world, document, moves[what]);
}

function move(world: PandaDocWorld, document: Document, to: Status): void {
  const passesCompleted = to === 'document.paid' && world.state.settings.completed_before_paid;
  if (passesCompleted) moveStatus(world, document, 'document.completed');
  moveStatus(world, document, to);
}

/** What can be done to a document in this status. */
export function possibleActs({ status }: Document): Act[] {
  return Act.options.filter((what) => {
    if (what === 'sign') return status === 'document.sent' || status === 'document.viewed';
    if (what === 'send') return status === 'document.draft' || status === 'document.approved';
    if (what === 'draft') return mayMove(status, 'document.draft') && status !== 'document.uploaded';
    return mayMove(status, moves[what]);
  });
}

function sign(world: PandaDocWorld, document: Document, actor: Actor): void {
  if (document.status === 'document.sent') moveStatus(world, document, 'document.viewed');
  if (document.status !== 'document.viewed') throw wrongState(document);
  const open = document.recipients.filter((one) => one.recipient_type === 'signer' && !one.has_completed);
  const signing = open.filter((one) => isActor(one, actor));
  if (signing.length === 0 && open.length > 0) throw requestError('No open signer of the document is meant by this.');
  for (const recipient of signing) complete(world, document, recipient);
  if (signing.length < open.length) return;
  moveStatus(world, document, document.payment_required ? 'document.waiting_pay' : 'document.completed');
}

function isActor(recipient: Recipient, { recipient_id, email, role }: Actor): boolean {
  return (
    (recipient_id ?? recipient.id) === recipient.id &&
    (email ?? recipient.email) === recipient.email &&
    (role ?? recipient.role) === recipient.role
  );
}

function complete(world: PandaDocWorld, document: Document, recipient: Recipient): void {
  touch(world, document);
  recipient.has_completed = true;
  recipient.signature_date = document.date_modified;
  for (const field of document.fields) {
    const signs = field.type === 'signature' || field.type === 'initials';
    if (signs && field.recipient_id === recipient.id) fill(field, { signed_at: document.date_modified });
  }
  emitDocumentEvent(world, 'recipient_completed', document, {
    action_by: showPerson(recipient),
    action_date: document.date_modified,
  });
}
