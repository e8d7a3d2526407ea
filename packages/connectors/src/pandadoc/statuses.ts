import { type Said, said, verbatim } from '../sdk/said.js';

/** Statuses of a document by code, with the names people know. Section "Document statuses" of the vendor's description. */
export const statuses = [
  { code: 0, value: 'document.draft', label: said`Draft` },
  { code: 1, value: 'document.sent', label: said`Sent` },
  { code: 2, value: 'document.completed', label: said`Completed` },
  { code: 3, value: 'document.uploaded', label: said`Being created` },
  { code: 4, value: 'document.error', label: said`Creation failed` },
  { code: 5, value: 'document.viewed', label: said`Viewed` },
  { code: 6, value: 'document.waiting_approval', label: said`Waiting for approval` },
  { code: 7, value: 'document.approved', label: said`Approved` },
  { code: 8, value: 'document.rejected', label: said`Rejected` },
  { code: 9, value: 'document.waiting_pay', label: said`Waiting for payment` },
  { code: 10, value: 'document.paid', label: said`Paid` },
  { code: 11, value: 'document.voided', label: said`Expired` },
  { code: 12, value: 'document.declined', label: said`Declined` },
  { code: 13, value: 'document.external_review', label: said`In external review` },
  { code: 14, value: 'document.scheduled', label: said`Scheduled` },
] as const;

export const statusLabel = (status: string): Said =>
  statuses.find(({ value }) => value === status)?.label ?? verbatim(status.replace(/^document\./, ''));

export const statusCode = (status: string): number | undefined => statuses.find(({ value }) => value === status)?.code;

export const settableStatuses = [
  'document.completed',
  'document.voided',
  'document.paid',
  'document.declined',
] as const;
export type SettableStatus = (typeof settableStatuses)[number];

const afterSending: SettableStatus[] = ['document.completed', 'document.voided', 'document.declined'];

/** Which status may be set by hand from which; every other move is refused by PandaDoc. */
const moves: Record<string, readonly SettableStatus[]> = {
  'document.draft': ['document.completed', 'document.paid', 'document.declined'],
  'document.sent': afterSending,
  'document.viewed': afterSending,
  'document.completed': ['document.declined'],
  'document.waiting_pay': ['document.paid', 'document.declined'],
  'document.voided': ['document.completed', 'document.paid', 'document.declined'],
  'document.declined': ['document.completed', 'document.paid'],
};

export const movesFrom = (status: string): readonly SettableStatus[] => moves[status] ?? [];
