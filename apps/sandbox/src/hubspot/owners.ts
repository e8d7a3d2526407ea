import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { allow } from './auth.js';
import { recordNotFound } from './errors.js';
import { parse, QueryFlag } from './http.js';
import type { HubSpotWorld } from './world.js';

const PATHS = ['/crm/v3/owners', '/crm/owners/2026-03'];
const SCOPES = ['crm.objects.owners.read', 'automation'];

const ListQuery = z.object({
  email: z.string().optional(),
  archived: QueryFlag,
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().default('0'),
});

/** The people to whom records belong. HubSpot's own client asks with a slash at the end. */
export function ownerRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  for (const base of PATHS) {
    for (const path of [base, `${base}/`]) app.get(path, (request) => listOwners(world, request));
    app.get<{ Params: { id: string } }>(`${base}/:id`, (request) => {
      allow(world, request, SCOPES);
      const { idProperty } = parse(z.object({ idProperty: z.enum(['id', 'userId']).default('id') }), request.query);
      const owner = world.state.owners.find((one) => String(one[idProperty]) === request.params.id);
      if (!owner) throw recordNotFound();
      return owner;
    });
  }
}

function listOwners(world: HubSpotWorld, request: FastifyRequest): unknown {
  allow(world, request, SCOPES);
  const { email, archived, limit, after } = parse(ListQuery, request.query);
  const matching = world.state.owners.filter(
    (owner) =>
      owner.archived === archived && Number(owner.id) > Number(after) && (email === undefined || owner.email === email),
  );
  const page = matching.slice(0, limit);
  const last = matching.length > page.length ? page.at(-1)?.id : undefined;
  return { results: page, ...(last !== undefined && { paging: { next: { after: last } } }) };
}
