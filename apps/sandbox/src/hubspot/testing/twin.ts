import Fastify from 'fastify';
import { hubspotControl } from '../control.js';
import { hubspotRoutes } from '../routes.js';
import { seedHubSpot } from '../seed.js';
import type { HubSpotState } from '../state.js';
import type { HubSpotWorld } from '../world.js';

export const TOKEN = 'pat-sandbox-hubspot';

/** A parsed answer: tests look into it, and fail where it is not as they say. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Json;
}

/** The twin on its own, with a clock that stands still until it is moved. */
export interface Twin {
  /** Where it listens; the API is under /hubspot. */
  url: string;
  close(): Promise<void>;
  world: HubSpotWorld;
  state: HubSpotState;
  /** Moves the clock forward. */
  pass(ms: number): void;
  call(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<Answer>;
  control(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
}

export async function startTwin(): Promise<Twin> {
  let now = new Date('2026-11-23T10:00:00.123Z');
  const state = seedHubSpot(now);
  state.settings.rate_per_10s = 1_000_000;
  state.settings.search_per_second = 1_000_000;
  const world: HubSpotWorld = { state, now: () => now };
  const app = Fastify({ forceCloseConnections: true });
  await app.register(hubspotRoutes(world), { prefix: '/hubspot' });
  await app.register(hubspotControl(world), { prefix: '/control/hubspot' });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const send = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...json, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') === true;
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: isJson ? JSON.parse(text) : text,
    };
  };
  return {
    url,
    close: () => app.close(),
    world,
    state,
    pass: (ms) => {
      now = new Date(now.getTime() + ms);
    },
    call: (method, path, body, token = TOKEN) =>
      send(method, `/hubspot${path}`, body, token === '' ? {} : { authorization: `Bearer ${token}` }),
    control: (method, path, body) => send(method, `/control/hubspot${path}`, body, {}),
  };
}
