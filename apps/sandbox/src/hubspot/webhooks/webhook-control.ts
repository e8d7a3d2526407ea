import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordNotFound } from '../errors.js';
import type { HubSpotWorld } from '../world.js';
import { WebhookSettings } from './webhook-settings.js';

/** What an administrator sets for the app's webhooks, what goes wrong with them, and what was sent. */
export function webhookControl(app: FastifyInstance, world: HubSpotWorld): void {
  app.get('/webhooks', () => ({
    settings: world.state.webhooks,
    under_way: world.courier?.open ?? 0,
    deliveries: world.courier?.list() ?? [],
  }));
  app.patch('/webhooks', (request) => {
    const changes = z.record(z.string(), z.json()).parse(request.body);
    world.state.webhooks = WebhookSettings.parse({ ...world.state.webhooks, ...changes });
    world.onChange?.();
    return world.state.webhooks;
  });
  app.post<{ Params: { id: string } }>('/webhooks/:id/redeliver', (request, reply) => {
    if (world.courier?.again(Number(request.params.id)) !== true) throw recordNotFound();
    return reply.code(202).send();
  });
}
