import { z } from 'zod';
import { wrongState } from '../http/api-error.js';
import { statusCodes, type Document, type Status } from '../model/document.js';
import type { PandaDocWorld } from '../state.js';
import { moveStatus } from './move-status.js';

export const StatusInput = z.object({
  status: z.union([z.literal(2), z.literal(10), z.literal(11), z.literal(12)]),
  note: z.string().optional(),
  notify_recipients: z.boolean().optional(),
});
export type StatusInput = z.output<typeof StatusInput>;

/** What a person may set by hand, from where. */
const manual: Partial<Record<Status, readonly Status[]>> = {
  'document.draft': ['document.completed', 'document.paid', 'document.declined'],
  'document.sent': ['document.completed', 'document.voided', 'document.declined'],
  'document.viewed': ['document.completed', 'document.voided', 'document.declined'],
  'document.completed': ['document.declined'],
  'document.waiting_pay': ['document.paid', 'document.declined'],
  'document.voided': ['document.completed', 'document.paid', 'document.declined'],
  'document.declined': ['document.completed', 'document.paid'],
};

/** @throws ApiError 409 when the table does not allow the change, or nobody can take the payment */
export function changeStatus(world: PandaDocWorld, document: Document, input: StatusInput): void {
  const target = (Object.keys(statusCodes) as Status[]).find((name) => statusCodes[name] === input.status);
  const payable = input.status !== statusCodes['document.paid'] || world.state.settings.payment_app_connected;
  if (!target || !payable || !manual[document.status]?.includes(target)) {
    throw wrongState(document, `Document status cannot be changed from ${document.status} to ${target ?? 'unknown'}.`);
  }
  moveStatus(world, document, target);
}
