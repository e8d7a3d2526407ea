import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordNotFound } from './errors.js';
import { parse } from './http.js';
import { own, type HubSpotWorld } from './world.js';

export const DATED = '/oauth/2026-03';

/** What a token is good for, asked in the new way (introspect) and in the old one (v1 look-ups). */
export function introspection(app: FastifyInstance, world: HubSpotWorld): void {
  for (const path of [`${DATED}/token/introspect`, '/oauth/v3/token/introspect']) {
    app.post(path, (request) => {
      const { token, client_id } = parse(z.object({ token: z.string(), client_id: z.string() }), request.body);
      return { ...(aboutAccess(world, token) ?? aboutRefresh(world, token) ?? unknown(world, token)), client_id };
    });
  }
  app.post('/oauth/v2/private-apps/get/access-token-info', (request) => {
    const { tokenKey } = parse(z.object({ tokenKey: z.string() }), request.body);
    const known = own(world.state.tokens, tokenKey);
    if (known === undefined || known.kind === 'oauth') throw recordNotFound();
    const { hub_id: hubId, user_id: userId, app_id: appId } = portalFacts(world, tokenKey);
    return { userId, hubId, appId, scopes: known.scopes };
  });
  app.get<{ Params: { token: string } }>('/oauth/v1/access-tokens/:token', (request) => {
    const facts = aboutAccess(world, request.params.token);
    if (!facts) throw recordNotFound();
    return facts;
  });
  app.get<{ Params: { token: string } }>('/oauth/v1/refresh-tokens/:token', (request) => {
    const facts = aboutRefresh(world, request.params.token);
    if (!facts) throw recordNotFound();
    return facts;
  });
}

interface TokenFacts {
  [key: string]: unknown;
}

function portalFacts({ state }: HubSpotWorld, token: string): TokenFacts {
  const owner = state.owners[0];
  return {
    token,
    token_type: 'bearer',
    hub_id: state.portal.id,
    hub_domain: 'harbourworks.example',
    user: owner?.email ?? '',
    user_id: owner?.userId ?? 0,
    app_id: 0,
  };
}

function aboutAccess(world: HubSpotWorld, token: string): TokenFacts | undefined {
  const known = own(world.state.tokens, token);
  if (known?.kind !== 'oauth') return undefined;
  const left = Math.floor((Date.parse(known.expires_at ?? '') - world.now().getTime()) / 1000);
  return {
    ...portalFacts(world, token),
    active: left > 0,
    token_use: 'access_token',
    scopes: known.scopes,
    expires_in: Math.max(0, left),
    is_private_distribution: false,
    signed_access_token: signedToken(world, known.scopes, known.expires_at ?? ''),
  };
}

/** Signed for HubSpot's own services only: its fields are there, and nothing can be done with them. */
function signedToken({ state }: HubSpotWorld, scopes: string[], expiresAt: string): TokenFacts {
  const userId = state.owners[0]?.userId ?? 0;
  return {
    appId: 0,
    appInstallId: '0',
    audience: '',
    expiresAt: Date.parse(expiresAt),
    hubId: state.portal.id,
    hublet: 'eu1',
    installingUserId: userId,
    isPrivateDistribution: false,
    isServiceAccount: false,
    isUserLevel: false,
    newSignature: '',
    scopeToScopeGroupPks: '',
    scopes: scopes.join(' '),
    signature: '',
    trialScopeToScopeGroupPks: '',
    trialScopes: '',
    userId,
  };
}

function aboutRefresh(world: HubSpotWorld, token: string): TokenFacts | undefined {
  const known = own(world.state.refresh_tokens, token);
  if (!known) return undefined;
  const { client_id, scopes } = known;
  return { ...portalFacts(world, token), active: true, token_use: 'refresh_token', client_id, scopes };
}

const unknown = (world: HubSpotWorld, token: string): TokenFacts => ({
  ...portalFacts(world, token),
  active: false,
  token_use: 'refresh_token',
  scopes: [],
});
