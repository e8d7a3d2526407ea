import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ApiError } from './errors.js';
import { parse } from './http.js';
import type { StoredFile } from './state.js';
import { own, type HubSpotWorld } from './world.js';

const PATH = '/files/signed';
const Query = z.object({ expires: z.coerce.number(), signature: z.string() });

/** A link that serves the file's bytes to anybody until it expires. `base`: origin and prefix of the API. */
export function signedLink(world: HubSpotWorld, base: string, file: StoredFile, expires: Date): string {
  const query = new URLSearchParams({
    expires: String(expires.getTime()),
    signature: sign(world, file.id, expires.getTime()),
  });
  return `${base}${PATH}/${file.id}?${query.toString()}`;
}

/** What a signed link leads to; needs no token. */
export function signedFileRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  app.get<{ Params: { id: string } }>(`${PATH}/:id`, (request, reply) => {
    const { expires, signature } = parse(Query, request.query);
    const file = own(world.state.files, request.params.id);
    const good = same(signature, sign(world, request.params.id, expires));
    if (!file || file.archived || !good || expires < world.now().getTime()) {
      throw new ApiError(403, 'This link is not valid, or has expired.', { category: 'FORBIDDEN' });
    }
    return reply.header('content-type', file.mime).send(Buffer.from(file.content_base64, 'base64'));
  });
}

function sign(world: HubSpotWorld, id: string, expires: number): string {
  return createHmac('sha256', world.state.secret).update(`${id}:${expires}`).digest('hex');
}

function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
