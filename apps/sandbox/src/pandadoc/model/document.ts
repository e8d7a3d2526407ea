import type { JsonValue } from './json.js';
import type { FieldDefinition, PricingTable, Quote, TemplateDefinition } from './template.js';

/** The integer codes are the ones that list filters and the manual status change take. */
export const statusCodes = {
  'document.draft': 0,
  'document.sent': 1,
  'document.completed': 2,
  'document.uploaded': 3,
  'document.error': 4,
  'document.viewed': 5,
  'document.waiting_approval': 6,
  'document.approved': 7,
  'document.rejected': 8,
  'document.waiting_pay': 9,
  'document.paid': 10,
  'document.voided': 11,
  'document.declined': 12,
  'document.external_review': 13,
  'document.scheduled': 14,
} as const;

export type Status = keyof typeof statusCodes;

export type Recipient = {
  id: string;
  email: string | null;
  phone: string;
  first_name: string;
  last_name: string;
  recipient_type: 'signer' | 'CC' | 'approver';
  role: string;
  signing_order: number | null;
  contact_id: string;
  has_completed: boolean;
  signature_date: string | null;
  shared_link: string;
};

/** A field in a document: its definition, who fills it, and what was filled in. */
export type DocumentField = Omit<FieldDefinition, 'value'> & {
  recipient_id: string | null;
  value: JsonValue;
  filled: boolean;
};

export type LinkedObject = { id: string; provider: string; entity_type: string; entity_id: string };

type Lock = { locked_by_user_id: string; lock_type: 'wopi_editing'; expires_at: string };

export type Document = {
  id: string;
  name: string;
  ref_number: string;
  status: Status;
  /** Editor generation; null until processing ended. */
  version: string | null;
  deleted: boolean;
  template: { id: string; name: string };
  folder_uuid: string | null;
  currency: string;
  owner_id: string;
  sent_by_id: string | null;
  recipients: Recipient[];
  tokens: { name: string; value: string }[];
  fields: DocumentField[];
  tables: PricingTable[];
  quotes: Quote[];
  texts: string[];
  images: string[];
  metadata: Record<string, string>;
  tags: string[];
  linked_objects: LinkedObject[];
  roles: TemplateDefinition['roles'];
  approval_required: boolean;
  payment_required: boolean;
  lock: Lock | null;
  /** Why processing failed, for document.error. */
  failure: string | null;
  /** How many more protected and plain downloads answer 202. */
  downloads_pending: { plain: number; protected: number };
  date_created: string;
  date_modified: string;
  content_date_modified: string;
  date_status_changed: string;
  date_sent: string | null;
  date_completed: string | null;
  date_declined: string | null;
  expiration_date: string | null;
};
