import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { viewDeal } from './deal-view.js';
import { recordNotFound } from './errors.js';
import { findRecord } from './find-record.js';
import { DEALS, objectType } from './object-types.js';
import { spendOfDay } from './rate-limit.js';
import { restoreRecords } from './records.js';
import { ALL_SCOPES } from './seed-portal.js';
import type { AccessToken, HubSpotSettings } from './state.js';
import { webhookControl } from './webhooks/webhook-control.js';
import { instant, own, type HubSpotWorld } from './world.js';

const Settings = z
  .strictObject({
    rate_per_10s: z.number().int().min(0),
    daily_limit: z.number().int().min(0),
    search_per_second: z.number().int().min(0),
    search_delay_ms: z.number().int().min(0),
    auto_update_amount: z.boolean(),
    file_duplicates_by: z.enum(['name', 'content', 'name_and_content']),
  })
  .partial();

const NewToken = z.strictObject({
  token: z.string().min(1).optional(),
  scopes: z.array(z.string()).default(ALL_SCOPES),
  kind: z.enum(['private', 'oauth']).default('private'),
  /** Absent: it never expires. */
  expires_in: z.number().optional(),
});

const Spent = z.strictObject({ calls: z.number().int().min(0) });

type OfToken = { Params: { token: string } };
type OfId = { Params: { id: string } };
type OfStage = { Params: { pipeline: string; stage: string } };

/** Knobs and a friendly view for tests, the demo and the console; nothing here exists at HubSpot. */
export function hubspotControl(world: HubSpotWorld): FastifyPluginAsync {
  return (app) => {
    settingsControl(app, world);
    tokenControl(app, world);
    viewControl(app, world);
    webhookControl(app, world);
    return Promise.resolve();
  };
}

function settingsControl(app: FastifyInstance, world: HubSpotWorld): void {
  app.get('/settings', (): HubSpotSettings => world.state.settings);
  app.patch('/settings', (request): HubSpotSettings => {
    const given = Object.entries(Settings.parse(request.body)).filter(([, value]) => value !== undefined);
    Object.assign(world.state.settings, Object.fromEntries(given));
    world.onChange?.();
    return world.state.settings;
  });
}

function tokenControl(app: FastifyInstance, world: HubSpotWorld): void {
  app.get('/tokens', () => ({
    results: Object.entries(world.state.tokens).map(([token, facts]) => ({ token, ...facts })),
  }));
  app.post('/tokens', (request, reply) => {
    const { token = `pat-${randomUUID()}`, expires_in, ...rest } = NewToken.parse(request.body ?? {});
    const expires = expires_in === undefined ? null : instant(world.now().getTime() + expires_in * 1000);
    world.state.tokens[token] = { ...rest, expires_at: expires };
    world.onChange?.();
    return reply.code(201).send({ token, ...world.state.tokens[token] });
  });
  app.post<OfToken>('/tokens/:token/expire', (request) => {
    const token = knownToken(world, request.params.token);
    token.expires_at = instant(world.now());
    world.onChange?.();
    return { token: request.params.token, ...token };
  });
  app.post<OfToken>('/tokens/:token/spend', (request, reply) => {
    knownToken(world, request.params.token);
    spendOfDay(world, request.params.token, Spent.parse(request.body).calls);
    world.onChange?.();
    return reply.code(204).send();
  });
  app.delete<OfToken>('/tokens/:token', (request, reply) => {
    knownToken(world, request.params.token);
    Reflect.deleteProperty(world.state.tokens, request.params.token);
    world.onChange?.();
    return reply.code(204).send();
  });
}

function knownToken(world: HubSpotWorld, text: string): AccessToken {
  const token = own(world.state.tokens, text);
  if (!token) throw recordNotFound();
  return token;
}

function viewControl(app: FastifyInstance, world: HubSpotWorld): void {
  app.get('/deals', () => ({
    results: Object.values(world.state.records[DEALS] ?? {})
      .filter(({ archived }) => !archived)
      .map(({ id }) => viewDeal(world.state, id)),
  }));
  app.get<OfId>('/deals/:id', (request) => viewDeal(world.state, request.params.id));
  // HubSpot restores records in its app only.
  app.post<OfId>('/deals/:id/restore', (request) => {
    const deal = findRecord(world.state, objectType('deals'), request.params.id, { archived: true });
    restoreRecords(world, objectType('deals'), [deal]);
    return viewDeal(world.state, deal.id);
  });
  app.get<OfId>('/files/:id', (request, reply) => {
    const file = own(world.state.files, request.params.id);
    if (!file || file.archived) throw recordNotFound();
    return reply.header('content-type', file.mime).send(Buffer.from(file.content_base64, 'base64'));
  });
  // An admin deletes a stage while an automation still names it.
  app.delete<OfStage>('/pipelines/:pipeline/stages/:stage', (request, reply) => {
    const pipeline = (world.state.pipelines[DEALS] ?? []).find(({ id }) => id === request.params.pipeline);
    const at = pipeline?.stages.findIndex(({ id }) => id === request.params.stage) ?? -1;
    if (at < 0) throw recordNotFound();
    pipeline?.stages.splice(at, 1);
    world.onChange?.();
    return reply.code(204).send();
  });
}
