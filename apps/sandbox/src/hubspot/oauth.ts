import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ApiError } from './errors.js';
import { parse } from './http.js';
import { DATED, introspection } from './oauth-introspection.js';
import { instant, own, type HubSpotWorld } from './world.js';

const TOKEN_PATHS = ['/oauth/v1/token', '/oauth/v3/token', `${DATED}/token`];
const REVOKE_PATHS = ['/oauth/v3/token/revoke', `${DATED}/token/revoke`];
const ACCESS_SECONDS = 1800;
const CODE_SECONDS = 60;

const Authorize = z.object({
  client_id: z.string().min(1),
  redirect_uri: z.url(),
  scope: z.string().default('oauth'),
  optional_scope: z.string().default(''),
  state: z.string().optional(),
});

const client = { client_id: z.string().min(1), client_secret: z.string().min(1) };
const TokenRequest = z.discriminatedUnion('grant_type', [
  z.object({ grant_type: z.literal('authorization_code'), code: z.string(), redirect_uri: z.string(), ...client }),
  z.object({ grant_type: z.literal('refresh_token'), refresh_token: z.string(), ...client }),
]);
type TokenRequest = z.infer<typeof TokenRequest>;

/** Installing an app: authorize, exchange, refresh, look up, revoke. The twin knows no apps: any client will do. */
export function oauthRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  // A person would choose the account and press "Connect app" here; the twin agrees at once.
  app.get('/oauth/authorize', (request, reply) => reply.redirect(authorize(world, parse(Authorize, request.query))));
  for (const path of TOKEN_PATHS) {
    app.post(path, (request) => issue(world, parse(TokenRequest, request.body)));
  }
  for (const path of REVOKE_PATHS) {
    app.post(path, (request, reply) => {
      const { token } = parse(z.object({ token: z.string() }), request.body);
      forget(world, token);
      return reply.code(200).send();
    });
  }
  app.delete<{ Params: { token: string } }>('/oauth/v1/refresh-tokens/:token', (request, reply) => {
    forget(world, request.params.token);
    return reply.code(204).send();
  });
  introspection(app, world);
}

function authorize(world: HubSpotWorld, request: z.infer<typeof Authorize>): string {
  const code = randomUUID();
  world.state.codes[code] = {
    client_id: request.client_id,
    redirect_uri: request.redirect_uri,
    scopes: `${request.scope} ${request.optional_scope}`.split(/\s+/).filter((scope) => scope !== ''),
    expires_at: instant(world.now().getTime() + CODE_SECONDS * 1000),
  };
  world.onChange?.();
  const back = new URL(request.redirect_uri);
  back.searchParams.set('code', code);
  if (request.state !== undefined) back.searchParams.set('state', request.state);
  return back.toString();
}

/** The refresh token stays the same over refreshes, as HubSpot's does. */
function issue(world: HubSpotWorld, request: TokenRequest): unknown {
  const refreshToken = request.grant_type === 'refresh_token' ? request.refresh_token : redeem(world, request);
  const grant = own(world.state.refresh_tokens, refreshToken);
  if (grant?.client_id !== request.client_id) {
    throw refused('BAD_REFRESH_TOKEN', 'refresh token is invalid, expired or revoked');
  }
  const accessToken = `sandbox-access-${randomUUID()}`;
  world.state.tokens[accessToken] = {
    kind: 'oauth',
    scopes: grant.scopes,
    expires_at: instant(world.now().getTime() + ACCESS_SECONDS * 1000),
  };
  world.onChange?.();
  return {
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: ACCESS_SECONDS,
    token_type: 'bearer',
    token_use: 'access_token',
    hub_id: world.state.portal.id,
    user_id: world.state.owners[0]?.userId ?? 0,
    scopes: grant.scopes,
  };
}

/** A code is good once, for its client and its redirect address. */
function redeem(world: HubSpotWorld, request: Extract<TokenRequest, { grant_type: 'authorization_code' }>): string {
  const code = own(world.state.codes, request.code);
  Reflect.deleteProperty(world.state.codes, request.code);
  const good =
    code?.client_id === request.client_id &&
    code.redirect_uri === request.redirect_uri &&
    Date.parse(code.expires_at) > world.now().getTime();
  if (!good) throw refused('BAD_AUTH_CODE', 'missing or unknown auth code');
  const refreshToken = `sandbox-refresh-${randomUUID()}`;
  world.state.refresh_tokens[refreshToken] = { client_id: code.client_id, scopes: code.scopes };
  return refreshToken;
}

const refused = (status: string, message: string): ApiError =>
  new ApiError(400, message, { extra: { error: 'invalid_grant', error_description: message, status } });

/** Access tokens that were handed out live on until they expire. */
function forget(world: HubSpotWorld, refreshToken: string): void {
  Reflect.deleteProperty(world.state.refresh_tokens, refreshToken);
  world.onChange?.();
}
