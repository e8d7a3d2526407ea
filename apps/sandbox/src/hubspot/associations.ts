import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { associationTypes, unlabelledType, type AssociationType } from './association-types.js';
import { allow } from './auth.js';
import { validationError } from './errors.js';
import { findRecord } from './find-record.js';
import { parse } from './http.js';
import { link, linksOf, unlink, type Linked, type Ref } from './links.js';
import { DEALS, objectType, type ObjectType } from './object-types.js';
import { associationBySpec } from './records.js';
import { settle } from './rollups.js';
import { tellLink } from './webhooks/crm-change.js';
import { instant, type HubSpotWorld } from './world.js';

const RECORD_PATHS = ['/crm/v4/objects', '/crm/objects/2026-03'];
const LABEL_PATHS = ['/crm/v4/associations', '/crm/associations/v4', '/crm/associations/2026-03'];
const MAX_PAGE = 500;

export const Specs = z.array(z.object({ associationCategory: z.string(), associationTypeId: z.number() }));
const PageQuery = z.object({ limit: z.coerce.number().int().default(MAX_PAGE), after: z.string().optional() });

type From = { Params: { type: string; id: string; to: string } };
type Pair = { Params: { type: string; id: string; to: string; toId: string } };
type Types = { Params: { from: string; to: string } };

/** The associations of one record, and the labels that exist between two types of record. */
export function associationRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  for (const base of RECORD_PATHS) {
    app.get<From>(`${base}/:type/:id/associations/:to`, (request) => listAssociations(world, request));
    app.put<Pair>(`${base}/:type/:id/associations/default/:to/:toId`, (request) => {
      const { from, to } = ends(world, request);
      return { status: 'COMPLETE', ...associateByDefault(world, [{ from, to }]) };
    });
    app.put<Pair>(`${base}/:type/:id/associations/:to/:toId`, (request, reply) => {
      const { from, to } = ends(world, request);
      const answer = associate(world, from, to, parse(Specs, request.body));
      settleDeals(world, [from, to]);
      return reply.code(201).send(answer);
    });
    app.delete<Pair>(`${base}/:type/:id/associations/:to/:toId`, (request, reply) => {
      const { from, to } = ends(world, request);
      separate(world, [{ from, to }]);
      return reply.code(204).send();
    });
  }
  for (const base of LABEL_PATHS) {
    app.get<Types>(`${base}/:from/:to/labels`, (request) => listLabels(world, request));
  }
}

function listAssociations(world: HubSpotWorld, request: FastifyRequest<From>): unknown {
  const type = objectType(request.params.type);
  const to = objectType(request.params.to);
  allow(world, request, type.read);
  allow(world, request, to.read);
  const { limit, after } = parse(PageQuery, request.query);
  if (limit < 1 || limit > MAX_PAGE) throw validationError(`limit must be between 1 and ${MAX_PAGE}`);
  const { id } = findRecord(world.state, type, request.params.id);
  const page = pageOf(linksOf(world.state, { type: type.id, id }, to.id), limit, after);
  const link = `https://api.hubapi.com/crm/v4/objects/${type.name}/${id}/associations/${to.name}`;
  return {
    results: page.links.map(presentLinked),
    ...(page.after !== undefined && {
      paging: { next: { after: page.after, link: `${link}?limit=${limit}&after=${page.after}` } },
    }),
  };
}

/** Links after the record `after`, at most `limit`; `after` of the answer is there only when more follow. */
export function pageOf(links: Linked[], limit: number, after = '0'): { links: Linked[]; after?: string } {
  const rest = links.filter(({ id }) => Number(id) > Number(after));
  const page = rest.slice(0, limit);
  const last = rest.length > page.length ? page.at(-1)?.id : undefined;
  return { links: page, ...(last !== undefined && { after: last }) };
}

export const presentLinked = ({ id, types }: Linked): unknown => ({
  toObjectId: id,
  associationTypes: types.map(presentType),
});

const presentType = ({ category, typeId, label }: AssociationType): unknown => ({ category, typeId, label });

function listLabels(world: HubSpotWorld, request: FastifyRequest<Types>): unknown {
  const from = objectType(request.params.from);
  const to = objectType(request.params.to);
  allow(world, request, from.read);
  return { results: associationTypes(world.state, from.id, to.id).map(presentType) };
}

/** Both ends of a path; each must exist, and the token needs the write scopes of both. */
function ends(world: HubSpotWorld, request: FastifyRequest<Pair>): { from: Ref; to: Ref } {
  const { type, id, to, toId } = request.params;
  allow(world, request, objectType(type).write);
  allow(world, request, objectType(to).write);
  return { from: existing(world, objectType(type), id), to: existing(world, objectType(to), toId) };
}

/** A record that must exist for an association; 404 otherwise. */
export function existing(world: HubSpotWorld, type: ObjectType, id: string): Ref {
  return { type: type.id, id: findRecord(world.state, type, id).id };
}

/** Gives a pair the named meanings; answers the labels that the pair then has. The caller settles. */
export function associate(world: HubSpotWorld, from: Ref, to: Ref, specs: z.infer<typeof Specs>): unknown {
  const types = specs.map((spec) => associationBySpec(world.state, from.type, spec));
  const stranger = types.find((type) => type.to !== to.type);
  if (stranger) {
    throw validationError(`invalid to object type ${to.type} for associations to be created. expected: ${stranger.to}`);
  }
  for (const type of types) link(world.state, from, to, type);
  tellLink(world, from, to, false);
  const named = linksOf(world.state, from, to.type).find(({ id }) => id === to.id)?.types ?? [];
  return {
    fromObjectTypeId: from.type,
    fromObjectId: from.id,
    toObjectTypeId: to.type,
    toObjectId: to.id,
    labels: named.map(({ label }) => label).filter((label) => label !== null),
  };
}

/** Links pairs plainly; the answer lists each link from both sides. */
export function associateByDefault(world: HubSpotWorld, pairs: { from: Ref; to: Ref }[]): Record<string, unknown> {
  const results = pairs.flatMap(({ from, to }) => {
    const there = plain(world, from, to);
    const back = plain(world, to, from);
    link(world.state, from, to, there);
    tellLink(world, from, to, false);
    return [spec(from, to, there), spec(to, from, back)];
  });
  settleDeals(
    world,
    pairs.flatMap(({ from, to }) => [from, to]),
  );
  const now = instant(world.now());
  return { results, startedAt: now, completedAt: now };
}

function plain(world: HubSpotWorld, from: Ref, to: Ref): AssociationType {
  const type = unlabelledType(world.state, from.type, to.type);
  if (!type) throw validationError(`No default association exists from ${from.type} to ${to.type}`);
  return type;
}

const spec = (from: Ref, to: Ref, { category, typeId }: AssociationType): unknown => ({
  from: { id: from.id },
  to: { id: to.id },
  associationSpec: { associationCategory: category, associationTypeId: typeId },
});

/** After links changed: the deals among the ends count their line items, contacts and notes anew. */
export function settleDeals(world: HubSpotWorld, ends: Ref[]): void {
  settle(
    world,
    ends.filter(({ type }) => type === DEALS),
  );
  world.onChange?.();
}

/** Removes all meanings of the links between pairs. */
export function separate(world: HubSpotWorld, pairs: { from: Ref; to: Ref }[]): void {
  for (const { from, to } of pairs) {
    unlink(world.state, from, to);
    tellLink(world, from, to, true);
  }
  settleDeals(
    world,
    pairs.flatMap(({ from, to }) => [from, to]),
  );
}
