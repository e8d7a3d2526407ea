import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTwin, type Answer, type Twin } from './testing/twin.js';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.close());

const CLIENT = { client_id: 'app-1', client_secret: 'shh' };
const REDIRECT = 'http://127.0.0.1:3999/back';

const post = async (path: string, form: Record<string, string>): Promise<Answer> => {
  const answer = await fetch(`${twin.url}/hubspot${path}`, { method: 'POST', body: new URLSearchParams(form) });
  const text = await answer.text();
  const body = text === '' ? undefined : JSON.parse(text);
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body };
};

const newCode = async (): Promise<string> => {
  const query = new URLSearchParams({
    client_id: CLIENT.client_id,
    redirect_uri: REDIRECT,
    scope: 'oauth crm.objects.deals.read',
    state: 's-1',
  });
  const answer = await fetch(`${twin.url}/hubspot/oauth/authorize?${query.toString()}`, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location')!);
  expect([answer.status, back.origin, back.searchParams.get('state')]).toEqual([302, 'http://127.0.0.1:3999', 's-1']);
  return back.searchParams.get('code')!;
};

const exchange = (code: string) =>
  post('/oauth/2026-03/token', { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, ...CLIENT });

describe('an installed app', () => {
  it('gets a token for half an hour with the scopes that were agreed', async () => {
    const { status, body } = await exchange(await newCode());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      expires_in: 1800,
      token_type: 'bearer',
      token_use: 'access_token',
      hub_id: 145908221,
      scopes: ['oauth', 'crm.objects.deals.read'],
    });
    const deal = '/crm/v3/objects/deals/1001';
    expect((await twin.call('GET', deal, undefined, body.access_token)).status).toBe(200);
    expect((await twin.call('GET', '/crm/v3/owners', undefined, body.access_token)).status).toBe(403);
    twin.pass(1_800_000);
    expect((await twin.call('GET', deal, undefined, body.access_token)).body.category).toBe('EXPIRED_AUTHENTICATION');
  });

  it('refreshes it and keeps the same refresh token', async () => {
    const { body: first } = await exchange(await newCode());
    const { refresh_token } = first;
    const { body } = await post('/oauth/v1/token', { grant_type: 'refresh_token', refresh_token, ...CLIENT });
    expect(body.refresh_token).toBe(refresh_token);
    expect(body.access_token).not.toBe(first.access_token);
  });

  it('cannot use a code twice', async () => {
    const code = await newCode();
    await exchange(code);
    const { status, body } = await exchange(code);
    expect([status, body.status, body.error]).toEqual([400, 'BAD_AUTH_CODE', 'invalid_grant']);
  });

  it('cannot refresh once the token is revoked', async () => {
    const { refresh_token } = (await exchange(await newCode())).body;
    expect((await post('/oauth/2026-03/token/revoke', { token: refresh_token, ...CLIENT })).status).toBe(200);
    const { status, body } = await post('/oauth/2026-03/token', {
      grant_type: 'refresh_token',
      refresh_token,
      ...CLIENT,
    });
    expect([status, body.status]).toEqual([400, 'BAD_REFRESH_TOKEN']);
  });

  it('can look its tokens up', async () => {
    const { access_token, refresh_token } = (await exchange(await newCode())).body;
    const introspect = (token: string) => post('/oauth/2026-03/token/introspect', { token, ...CLIENT });
    expect((await introspect(access_token)).body).toMatchObject({
      active: true,
      token_use: 'access_token',
      expires_in: 1800,
    });
    expect((await introspect(refresh_token)).body).toMatchObject({ active: true, token_use: 'refresh_token' });
    expect((await introspect('other')).body.active).toBe(false);
    const v1 = await fetch(`${twin.url}/hubspot/oauth/v1/access-tokens/${access_token}`);
    expect(await v1.json()).toMatchObject({ hub_id: 145908221, user: 'ines.marchetti@harbourworks.example' });
  });

  it('tells the scopes of a private app to whoever has its token', async () => {
    const ask = (tokenKey: string) => post('/oauth/v2/private-apps/get/access-token-info', { tokenKey });
    expect((await ask('pat-sandbox-hubspot')).body).toMatchObject({
      hubId: 145908221,
      scopes: expect.arrayContaining(['crm.objects.deals.write']),
    });
    expect((await ask('pat-unknown')).status).toBe(404);
  });
});
