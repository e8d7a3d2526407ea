import type { FastifyPluginCallback } from 'fastify';
import { z } from 'zod';
import { notFound } from '../http/api-error.js';
import { pageOf } from '../http/page.js';
import { parse } from '../http/read-body.js';
import type { JsonObject } from '../model/json.js';
import { triggers, type Delivery } from '../model/webhook.js';
import type { PandaDocWorld } from '../state.js';

const KEPT_MS = 15 * 24 * 3_600_000;
const Many = <Item extends z.ZodType>(item: Item) => z.preprocess((value) => [value].flat(), z.array(item));

const HistoryQuery = z.object({
  count: z.coerce.number({ error: 'This field is required.' }).int().min(1),
  page: z.coerce.number({ error: 'This field is required.' }).int().min(0),
  since: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  type: Many(z.enum(triggers)).optional(),
  http_status_code: Many(z.coerce.number().int().multipleOf(100).min(100).max(500)).optional(),
  error: Many(z.enum(['INTERNAL_ERROR', 'NOT_VALID_URL', 'CONNECT_ERROR', 'TIMEOUT_ERROR'])).optional(),
});

/** What was delivered in the last 15 days, newest first. */
export function historyRoutes(world: PandaDocWorld): FastifyPluginCallback {
  const kept = () =>
    world.state.deliveries.filter(
      ({ attempts, event_time }) => attempts > 0 && Date.parse(event_time) > world.now().getTime() - KEPT_MS,
    );

  return (app, _options, done) => {
    app.get('/public/v1/webhook-events', (request) => {
      const query = parse(HistoryQuery, request.query);
      const found = kept()
        .filter((delivery) => matches(delivery, query))
        .toReversed();
      const page = Math.max(1, query.page);
      return { items: pageOf(found, { page, count: query.count }).map(showDelivery) };
    });

    app.get<{ Params: { id: string } }>('/public/v1/webhook-events/:id', (request) => {
      const delivery = kept().find(({ uuid }) => uuid === request.params.id);
      if (!delivery) throw notFound();
      const { url, signature, request_body, response_body, response_headers, event_time } = delivery;
      return { ...showDelivery(delivery), url, signature, request_body, response_body, response_headers, event_time };
    });
    done();
  };
}

function matches(delivery: Delivery, query: z.output<typeof HistoryQuery>): boolean {
  const at = Date.parse(delivery.event_time);
  const group = Math.floor((delivery.http_status_code ?? 0) / 100) * 100;
  return (
    (query.since === undefined || at >= Date.parse(query.since)) &&
    (query.to === undefined || at < Date.parse(query.to)) &&
    (query.type?.includes(delivery.type) ?? true) &&
    (query.http_status_code?.includes(group) ?? true) &&
    (query.error === undefined || (delivery.error !== null && query.error.includes(delivery.error)))
  );
}

function showDelivery({ uuid, name, type, http_status_code, error, delivery_time }: Delivery): JsonObject {
  return { uuid, name, type, http_status_code, error, delivery_time };
}
