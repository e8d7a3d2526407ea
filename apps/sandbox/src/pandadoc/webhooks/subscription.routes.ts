import { randomUUID } from 'node:crypto';
import type { FastifyPluginCallback } from 'fastify';
import { z } from 'zod';
import { notFound, requestError } from '../http/api-error.js';
import { parse } from '../http/read-body.js';
import { newSharedKey } from '../identity.js';
import type { JsonObject } from '../model/json.js';
import { payloadParts, triggers, type Subscription } from '../model/webhook.js';
import type { PandaDocWorld } from '../state.js';

const MAX_SUBSCRIPTIONS = 300;

/** PandaDoc takes https only; the twin's subscribers live on the same machine and may do without. */
const Url = z.url({ protocol: /^https?$/, error: 'Enter a valid URL.' });
const Parts = z.array(z.enum(payloadParts)).nullable();
const Triggers = z.array(z.enum(triggers)).nullable();

const NewSubscription = z.object({
  name: z.string({ error: 'This field is required.' }),
  url: Url,
  active: z.boolean().default(true),
  payload: Parts.default([]),
  triggers: Triggers,
});
const Changes = z.object({
  name: z.string().optional(),
  url: Url.optional(),
  active: z.boolean().optional(),
  payload: Parts.optional(),
  triggers: Triggers.optional(),
});

type ById = { Params: { id: string } };

export function subscriptionRoutes(world: PandaDocWorld): FastifyPluginCallback {
  const path = '/public/v1/webhook-subscriptions';
  const find = (id: string): Subscription => {
    const subscription = world.state.subscriptions.find(({ uuid }) => uuid === id);
    if (!subscription) throw notFound();
    return subscription;
  };

  return (app, _options, done) => {
    app.get(path, () => ({ items: world.state.subscriptions.map(showSubscription) }));

    app.post(path, (request, reply) => {
      const input = parse(NewSubscription, request.body);
      if (world.state.subscriptions.length >= MAX_SUBSCRIPTIONS) {
        throw requestError({ non_field_errors: ['The workspace has 300 webhook subscriptions, which is the limit.'] });
      }
      const subscription: Subscription = {
        uuid: randomUUID(),
        name: input.name,
        url: input.url,
        active: input.active,
        status: input.active ? 'ACTIVE' : 'INACTIVE',
        payload: [...new Set(input.payload)],
        triggers: [...new Set(input.triggers)],
        shared_key: newSharedKey(),
        workspace_id: world.state.workspace.id,
        failing_since: null,
      };
      world.state.subscriptions.push(subscription);
      return reply.code(201).send(showSubscription(subscription));
    });

    app.get<ById>(`${path}/:id`, (request) => showSubscription(find(request.params.id)));

    app.patch<ById>(`${path}/:id`, (request) => {
      const subscription = find(request.params.id);
      change(subscription, parse(Changes, request.body));
      return showSubscription(subscription);
    });

    app.delete<ById>(`${path}/:id`, (request, reply) => {
      const gone = find(request.params.id);
      world.state.subscriptions = world.state.subscriptions.filter((one) => one !== gone);
      return reply.code(204).send();
    });

    app.patch<ById>(`${path}/:id/shared-key`, (request) => {
      const subscription = find(request.params.id);
      subscription.shared_key = newSharedKey();
      return { shared_key: subscription.shared_key };
    });
    done();
  };
}

function change(subscription: Subscription, changes: z.output<typeof Changes>): void {
  subscription.name = changes.name ?? subscription.name;
  subscription.url = changes.url ?? subscription.url;
  if (changes.payload) subscription.payload = [...new Set(changes.payload)];
  if (changes.triggers) subscription.triggers = [...new Set(changes.triggers)];
  if (changes.active === undefined) return;
  subscription.active = changes.active;
  subscription.status = changes.active ? 'ACTIVE' : 'INACTIVE';
  if (changes.active) subscription.failing_since = null;
}

/** The order of triggers and parts is not kept: the twin turns it around so that nobody relies on it. */
function showSubscription({ failing_since: _since, ...shown }: Subscription): JsonObject {
  return { ...shown, payload: shown.payload.toReversed(), triggers: shown.triggers.toReversed() };
}
