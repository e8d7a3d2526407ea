import { z } from 'zod';

/** What recipes see as `trigger` of every document event. */
export const DocumentEventData = z.strictObject({
  document_id: z.string(),
  document_name: z.string(),
  status: z.string().nullable().describe('As the event says it, such as document.completed; null where it says none'),
  template_id: z.string().nullable(),
  template_name: z.string().nullable(),
  deal_id: z.string().nullable().describe('The linked HubSpot deal'),
  occurred_at: z.string().describe('ISO 8601'),
});
export type DocumentEventData = z.infer<typeof DocumentEventData>;

export const StatusChangedData = DocumentEventData.extend({ status: z.string() });

export const CreationFailedData = DocumentEventData.extend({
  error: z.string().nullable().describe('Why, in words of PandaDoc'),
});
