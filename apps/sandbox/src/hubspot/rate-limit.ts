import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { authenticate, bearer } from './auth.js';
import { rateLimited, type LimitPolicy } from './errors.js';
import type { AccessToken, HubSpotState, Usage } from './state.js';
import { own, type HubSpotWorld } from './world.js';

const WINDOW_MS = 10_000;
const SEARCH_WINDOW_MS = 1000;

/** Every call needs a good token and room in its limits: 401, else 429. All answers but search's tell the room left. */
export function guardCalls(app: FastifyInstance, world: HubSpotWorld): void {
  app.addHook('onRequest', (request, reply, done) => {
    const now = world.now();
    const { authorization } = request.headers;
    const token = authenticate(world.state, authorization, now);
    const search = request.method === 'POST' && request.url.split('?')[0]?.endsWith('/search') === true;
    const usage = usageOf(world.state, bearer(authorization) ?? '', now);
    const exceeded = spend(world.state, usage, now.getTime(), search);
    if (!search) reply.headers(limitHeaders(world.state, usage, token));
    if (exceeded) done(rateLimited(exceeded, randomUUID()));
    else done();
  });
}

/** The token's calls that still count: those of the last ten seconds, and of the current UTC day. */
function usageOf(state: HubSpotState, token: string, now: Date): Usage {
  const day = now.toISOString().slice(0, 10);
  const known = own(state.usage, token) ?? { recent: [], searches: [], day, today: 0 };
  const at = now.getTime();
  const usage = {
    recent: known.recent.filter((call) => call > at - WINDOW_MS),
    searches: known.searches.filter((call) => call > at - SEARCH_WINDOW_MS),
    day,
    today: known.day === day ? known.today : 0,
  };
  state.usage[token] = usage;
  return usage;
}

/** As if the token had made so many more calls today. */
export function spendOfDay(world: HubSpotWorld, token: string, calls: number): void {
  usageOf(world.state, token, world.now()).today += calls;
}

/** Counts one call, or says which limit it breaks. */
function spend(state: HubSpotState, usage: Usage, now: number, search: boolean): LimitPolicy | undefined {
  const { daily_limit, rate_per_10s, search_per_second } = state.settings;
  if (usage.today >= daily_limit) return 'DAILY';
  if (search && usage.searches.length >= search_per_second) return 'SECONDLY';
  if (usage.recent.length >= rate_per_10s) return 'TEN_SECONDLY_ROLLING';
  usage.today += 1;
  usage.recent.push(now);
  if (search) usage.searches.push(now);
  return undefined;
}

/** Tokens of OAuth apps have no daily limit, and are told none. */
function limitHeaders(state: HubSpotState, usage: Usage, token: AccessToken): Record<string, string> {
  const { daily_limit, rate_per_10s } = state.settings;
  const daily = {
    'x-hubspot-ratelimit-daily': String(daily_limit),
    'x-hubspot-ratelimit-daily-remaining': String(Math.max(0, daily_limit - usage.today)),
  };
  return {
    'x-hubspot-ratelimit-max': String(rate_per_10s),
    'x-hubspot-ratelimit-remaining': String(Math.max(0, rate_per_10s - usage.recent.length)),
    'x-hubspot-ratelimit-interval-milliseconds': String(WINDOW_MS),
    ...(token.kind === 'private' && daily),
  };
}
