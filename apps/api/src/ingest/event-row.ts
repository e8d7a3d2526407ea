import type { IncomingEvent } from '@tandem/connectors';
import type { JsonObject } from '@tandem/recipes';
import type { FoundBy } from './inbox.js';

/** A row of the inbox as PostgreSQL gives it. */
export interface EventRow {
  id: string;
  seq: string;
  connection_id: string;
  connector: string;
  trigger: string;
  identity: string;
  subject_type: 'document' | 'deal';
  subject_id: string;
  subject_label: string | null;
  deal_id: string | null;
  template_id: string | null;
  complete: boolean;
  occurred_at: Date;
  received_at: Date;
  data: JsonObject;
  changes: IncomingEvent['changes'] | null;
  recipe_id: string | null;
  /** The backfill that asked for this recipe. */
  backfill_id: string | null;
  found_by: FoundBy;
  state: string | null;
  lane: string;
  status: 'received' | 'matched' | 'ignored' | 'echo' | 'failed';
  reason: string | null;
  attempts: number;
  due_at: Date | null;
  matched_at: Date | null;
}

/** Back to the shape that connectors speak. */
export function toIncomingEvent(row: EventRow): IncomingEvent {
  return {
    trigger: row.trigger,
    identity: row.identity,
    occurredAt: row.occurred_at.toISOString(),
    subject: {
      type: row.subject_type,
      id: row.subject_id,
      ...(row.subject_label !== null && { label: row.subject_label }),
    },
    dealId: row.complete ? row.deal_id : (row.deal_id ?? undefined),
    templateId: row.complete ? row.template_id : (row.template_id ?? undefined),
    ...(row.changes && { changes: row.changes }),
    data: row.data,
  };
}
