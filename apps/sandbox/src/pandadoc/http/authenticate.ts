import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Credential, PandaDocWorld } from '../state.js';
import { notAuthenticated } from './api-error.js';

const CALLER = 'pandadocCaller';

/** Lets in who shows `API-Key <key>` or `Bearer <token>` of this workspace; anybody else gets 401. */
export function authenticate(app: FastifyInstance, world: PandaDocWorld): void {
  app.decorateRequest(CALLER, null);
  app.addHook('onRequest', (request, _reply, done) => {
    const caller = credentialOf(world, request.headers.authorization);
    if (caller) request.setDecorator(CALLER, caller);
    done(caller ? undefined : notAuthenticated());
  });
}

/** Who makes this request. */
export function callerOf(request: FastifyRequest): Credential {
  return request.getDecorator<Credential>(CALLER);
}

function credentialOf(world: PandaDocWorld, header: string | undefined): Credential | undefined {
  const [, scheme, secret] = /^(API-Key|Bearer) (\S+)$/.exec(header ?? '') ?? [];
  return world.state.credentials.find((known) => known.scheme === scheme && known.secret === secret);
}
