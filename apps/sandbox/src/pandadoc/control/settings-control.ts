import type { FastifyPluginCallback } from 'fastify';
import type { z } from 'zod';
import { notFound } from '../http/api-error.js';
import { parse } from '../http/read-body.js';
import { schedule } from '../jobs.js';
import { hasArrived } from '../webhooks/deliver.js';
import { Settings, WebhookSwitches } from '../model/settings.js';
import type { Delivery } from '../model/webhook.js';
import type { PandaDocWorld } from '../state.js';

/** The switches: how long things take, what fails, and what happens to webhooks on their way. */
export function settingsControl(world: PandaDocWorld): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get('/settings', () => world.state.settings);
    app.patch('/settings', (request) => {
      world.state.settings = merged(Settings, world.state.settings, request.body);
      return world.state.settings;
    });

    app.get('/webhooks', () => ({
      switches: world.state.webhook_switches,
      waiting: world.state.outbox.length,
      under_way: underWay(world),
      subscriptions: world.state.subscriptions,
      deliveries: world.state.deliveries.toReversed(),
    }));
    app.patch('/webhooks', (request) => {
      world.state.webhook_switches = merged(WebhookSwitches, world.state.webhook_switches, request.body);
      return world.state.webhook_switches;
    });
    app.post<{ Params: { id: string } }>('/webhooks/:id/redeliver', (request, reply) => {
      const delivery = world.state.deliveries.find(({ uuid }) => uuid === request.params.id);
      if (!delivery) throw notFound();
      delivery.error = null;
      schedule(world, 0, { kind: 'deliver', delivery_uuid: delivery.uuid });
      return reply.code(202).send({ uuid: delivery.uuid });
    });
    done();
  };
}

/** Whatever will still happen by itself: work that is scheduled, events that wait, deliveries that go on being tried. */
function underWay({ state }: PandaDocWorld): number {
  const active = new Set(state.subscriptions.flatMap(({ uuid, status }) => (status === 'ACTIVE' ? [uuid] : [])));
  const tries = 1 + state.webhook_switches.retry_after_ms.length;
  const open = state.deliveries.filter(
    (one) => !hasArrived(one) && !isLost(one) && one.attempts < tries && active.has(one.subscription_uuid),
  );
  return state.jobs.length + state.outbox.length + open.length;
}

/** Dropped by the switch: nobody will try it. */
const isLost = ({ error }: Delivery): boolean => error === 'INTERNAL_ERROR';

/** What is sent replaces what is there; the rest stays. */
function merged<Schema extends z.ZodType>(schema: Schema, now: z.output<Schema>, changes: unknown): z.output<Schema> {
  const sent = typeof changes === 'object' ? changes : {};
  return parse(schema, { ...(typeof now === 'object' ? now : {}), ...sent });
}
