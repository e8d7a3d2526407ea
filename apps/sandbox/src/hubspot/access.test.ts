import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTwin, TOKEN, type Twin } from './testing/twin.js';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.close());

const newToken = async (body: unknown): Promise<string> => (await twin.control('POST', '/tokens', body)).body.token;

describe('tokens', () => {
  it.each(['', 'unknown', 'constructor'])('are needed: %j is refused', async (token) => {
    const { status, body, headers } = await twin.call('GET', '/crm/v3/objects/deals/1001', undefined, token);
    expect(status).toBe(401);
    expect(headers['content-type']).toBe('application/json;charset=utf-8');
    expect(body).toMatchObject({ status: 'error', category: 'INVALID_AUTHENTICATION' });
  });

  it('expire', async () => {
    const token = await newToken({ kind: 'oauth', expires_in: 1800 });
    twin.pass(1_799_999);
    expect((await twin.call('GET', '/crm/v3/owners', undefined, token)).status).toBe(200);
    twin.pass(5 * 60_000);
    const { status, body } = await twin.call('GET', '/crm/v3/owners', undefined, token);
    expect(status).toBe(401);
    expect(body).toMatchObject({
      category: 'EXPIRED_AUTHENTICATION',
      message: 'The OAuth token used to make this call expired 4 minute(s) ago.',
    });
  });

  it('can be made to expire at once', async () => {
    await twin.control('POST', `/tokens/${TOKEN}/expire`);
    expect((await twin.call('GET', '/crm/v3/owners')).body.category).toBe('EXPIRED_AUTHENTICATION');
  });
});

describe('scopes', () => {
  it.each([
    ['GET', '/crm/v3/objects/deals/1001', ['crm.objects.deals.read']],
    ['PATCH', '/crm/v3/objects/deals/1001', ['crm.objects.deals.write']],
    ['GET', '/crm/v3/objects/notes', ['crm.objects.contacts.read']],
    ['POST', '/crm/v3/objects/line_items/batch/create', ['crm.objects.line_items.write', 'e-commerce']],
    ['POST', '/crm/v3/objects/products/search', ['crm.objects.products.read', 'e-commerce']],
    ['POST', '/crm/v3/properties/line_items', ['e-commerce']],
    ['POST', '/files/v3/files', ['files', 'files.write', 'files.ui_hidden.write']],
    ['GET', '/crm/v3/owners', ['crm.objects.owners.read', 'automation']],
  ] as const)('%s %s without its scope is a 403 that names them', async (method, path, scopes) => {
    const token = await newToken({ scopes: ['oauth'] });
    const { status, body } = await twin.call(method, path, method === 'GET' ? undefined : {}, token);
    expect(status).toBe(403);
    expect(body).toEqual({
      status: 'error',
      message:
        "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
      correlationId: expect.any(String),
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: scopes },
        },
      ],
      links: { scopes: 'https://developers.hubspot.com/scopes' },
      category: 'MISSING_SCOPES',
    });
  });

  it('of both sides are needed to read associations', async () => {
    const token = await newToken({ scopes: ['crm.objects.deals.read'] });
    const path = '/crm/v4/objects/deals/1001/associations/line_items';
    expect((await twin.call('GET', path, undefined, token)).status).toBe(403);
    const inline = '/crm/v3/objects/deals/1001?associations=companies';
    expect((await twin.call('GET', inline, undefined, token)).status).toBe(403);
  });
});

describe('rate limits', () => {
  it('are told in the headers, and the daily ones only to private tokens', async () => {
    await twin.control('PATCH', '/settings', { rate_per_10s: 3, daily_limit: 50 });
    const { headers } = await twin.call('GET', '/crm/v3/owners');
    expect(headers).toMatchObject({
      'x-hubspot-ratelimit-max': '3',
      'x-hubspot-ratelimit-remaining': '2',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-daily': '50',
      'x-hubspot-ratelimit-daily-remaining': '49',
    });
    const token = await newToken({ kind: 'oauth' });
    const other = await twin.call('GET', '/crm/v3/owners', undefined, token);
    expect(other.headers).toMatchObject({ 'x-hubspot-ratelimit-remaining': '2' });
    expect(other.headers).not.toHaveProperty('x-hubspot-ratelimit-daily');
  });

  it('stop the call over the limit until the ten seconds have rolled on', async () => {
    await twin.control('PATCH', '/settings', { rate_per_10s: 2 });
    await twin.call('GET', '/crm/v3/owners');
    twin.pass(4000);
    await twin.call('GET', '/crm/v3/owners');
    const { status, body } = await twin.call('GET', '/crm/v3/owners');
    expect(status).toBe(429);
    expect(body).toEqual({
      status: 'error',
      message: 'You have reached your ten_secondly_rolling limit.',
      correlationId: expect.any(String),
      errorType: 'RATE_LIMIT',
      policyName: 'TEN_SECONDLY_ROLLING',
      requestId: expect.any(String),
    });
    twin.pass(6000);
    expect((await twin.call('GET', '/crm/v3/owners')).status).toBe(200);
    expect((await twin.call('GET', '/crm/v3/owners')).status).toBe(429);
  });

  it('end the day when the daily limit is used up', async () => {
    await twin.control('PATCH', '/settings', { daily_limit: 1 });
    await twin.call('GET', '/crm/v3/owners');
    const { status, body } = await twin.call('GET', '/crm/v3/owners');
    expect([status, body.policyName]).toEqual([429, 'DAILY']);
    twin.pass(24 * 3_600_000);
    expect((await twin.call('GET', '/crm/v3/owners')).status).toBe(200);
  });

  it('are tighter for search', async () => {
    await twin.control('PATCH', '/settings', { search_per_second: 2 });
    const search = () => twin.call('POST', '/crm/v3/objects/deals/search', {});
    await search();
    await search();
    const { status, body } = await search();
    expect([status, body.message]).toEqual([429, 'You have reached your secondly limit.']);
    twin.pass(1000);
    expect((await search()).status).toBe(200);
  });

  it('refuse a setting that does not exist', async () => {
    expect((await twin.control('PATCH', '/settings', { rate: 1 })).status).toBeGreaterThanOrEqual(400);
  });
});
