import { missingScopes, tokenExpired, unauthenticated } from './errors.js';
import type { AccessToken, HubSpotState } from './state.js';
import { own, type HubSpotWorld } from './world.js';

const BEARER = /^Bearer\s+(\S+)$/i;

/** The token text of an Authorization header, whether or not the portal knows it. */
export function bearer(header: string | undefined): string | undefined {
  return BEARER.exec(header ?? '')?.[1];
}

/** The token that a call presents; 401 when it is missing, unknown or expired. */
export function authenticate(state: HubSpotState, header: string | undefined, now: Date): AccessToken {
  const text = bearer(header);
  const token = text === undefined ? undefined : own(state.tokens, text);
  if (!token) throw unauthenticated();
  const expiredFor = token.expires_at === null ? -1 : now.getTime() - Date.parse(token.expires_at);
  if (expiredFor >= 0) throw tokenExpired(Math.floor(expiredFor / 60_000));
  return token;
}

/** 403 unless the caller's token has at least one of the scopes. */
export function allow(
  world: HubSpotWorld,
  request: { headers: { authorization?: string | undefined } },
  anyOf: string[],
): void {
  const token = authenticate(world.state, request.headers.authorization, world.now());
  if (!anyOf.some((scope) => token.scopes.includes(scope))) throw missingScopes(anyOf);
}
