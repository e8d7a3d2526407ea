import type { JsonObject } from './json.js';

export const triggers = [
  'recipient_completed',
  'document_updated',
  'document_deleted',
  'document_state_changed',
  'document_creation_failed',
  'document_completed_pdf_ready',
  'document_section_added',
  'quote_updated',
  'template_created',
  'template_updated',
  'template_deleted',
  'content_library_item_created',
  'content_library_item_creation_failed',
] as const;
export type TriggerName = (typeof triggers)[number];

export const payloadParts = ['metadata', 'fields', 'products', 'tokens', 'pricing'] as const;
export type PayloadPart = (typeof payloadParts)[number];

export type Subscription = {
  uuid: string;
  name: string;
  url: string;
  active: boolean;
  status: 'ACTIVE' | 'INACTIVE' | 'DEACTIVATED';
  payload: PayloadPart[];
  triggers: TriggerName[];
  shared_key: string;
  workspace_id: string;
  /** Since when every answer was 4xx or 5xx; seven days of it end the subscription. */
  failing_since: string | null;
};

/** One event, written down when it happened, on its way to one subscriber. */
export type OutgoingEvent = { subscription_uuid: string; type: TriggerName; event_time: string; event: JsonObject };

export type DeliveryError = 'INTERNAL_ERROR' | 'NOT_VALID_URL' | 'CONNECT_ERROR' | 'TIMEOUT_ERROR';

/** One request to a subscriber and what became of it. `uuid` is the event id header and never changes. */
export type Delivery = {
  uuid: string;
  subscription_uuid: string;
  name: string;
  type: TriggerName;
  url: string;
  signature: string;
  request_body: string;
  attempts: number;
  http_status_code: number | null;
  error: DeliveryError | null;
  response_body: string | null;
  response_headers: string | null;
  event_time: string;
  delivery_time: string;
};
