import { z } from 'zod';
import { type Said, said } from '../../sdk/said.js';
import type { IncomingEvent, Trigger } from '../../sdk/trigger.js';
import type { HubSpotGateway } from '../client.js';
import { digest } from '../marker.js';
import { pollDeals, type ChangedDeal, type Watch } from './poll-deals.js';
import { toKnown } from './known-deal.js';

const Data = z.strictObject({
  deal_id: z.string(),
  deal_name: z.string(),
  occurred_at: z.string(),
  pipeline: z.string().nullable(),
  stage: z.string().nullable(),
  changed_properties: z.array(z.string()).describe('Properties of the deal that changed'),
  line_items_added: z.number().int(),
  line_items_removed: z.number().int(),
  line_items_changed: z.number().int(),
});

interface DealTrigger {
  key: string;
  title: Said;
  description: Said;
  watch: Watch;
}

const TRIGGERS: DealTrigger[] = [
  {
    key: 'deal_changed',
    title: said`A deal changed`,
    description: said`A property of a deal that people write, or one that the account added, has another value.`,
    watch: { deal: 'all', items: false },
  },
  {
    key: 'deal_stage_changed',
    title: said`A deal changed its stage`,
    description: said`A deal was moved to another stage or pipeline.`,
    watch: { deal: 'stage', items: false },
  },
  {
    key: 'line_items_changed',
    title: said`A deal's line items changed`,
    description: said`Line items of a deal were added, removed or changed.`,
    watch: { deal: 'none', items: true },
  },
  {
    key: 'deal_or_line_items_changed',
    title: said`A deal or its line items changed`,
    description: said`A property of a deal or one of its line items has another value.`,
    watch: { deal: 'all', items: true },
  },
];

export const dealTriggers: Trigger<HubSpotGateway>[] = TRIGGERS.map(({ watch, ...described }) => ({
  ...described,
  subject: 'deal',
  data: Data,
  async poll(context, stored) {
    const { changed, ...looked } = await pollDeals(context, watch, stored);
    return { ...looked, events: changed.map((one) => toEvent(described.key, one, looked.cursor.watched)) };
  },
}));

function toEvent(
  trigger: string,
  { state, change }: ChangedDeal,
  watched: Parameters<typeof toKnown>[1],
): IncomingEvent {
  const { id, properties } = state.deal;
  const occurredAt = new Date(state.at).toISOString();
  const label = properties.dealname ?? '';
  const looksLike = digest(JSON.stringify(toKnown(state, watched)), 12);
  return {
    trigger,
    identity: `${trigger}:${id}:${state.at}:${looksLike}`,
    occurredAt,
    subject: { type: 'deal', id, ...(label === '' ? {} : { label }) },
    dealId: id,
    templateId: null,
    changes: change.changes,
    data: {
      deal_id: id,
      deal_name: label,
      occurred_at: occurredAt,
      pipeline: properties.pipeline ?? null,
      stage: properties.dealstage ?? null,
      changed_properties: change.properties,
      line_items_added: change.items.added,
      line_items_removed: change.items.removed,
      line_items_changed: change.items.changed,
    },
  };
}
