import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '../sdk/connector-error.js';
import type { RateBudget, RateLimitSeen } from '../sdk/rate-budget.js';
import { HubSpotGateway } from './client.js';
import { answer, hangUp, html, RoughServer, saySoLater } from './testing/rough-server.js';

const TOKEN = 'pat-eu1-5ecre7-token';

class WatchedBudget implements RateBudget {
  readonly acquired: string[] = [];
  readonly reported: [string, RateLimitSeen][] = [];
  acquire(operation: string): Promise<void> {
    this.acquired.push(operation);
    return Promise.resolve();
  }
  report(operation: string, seen: RateLimitSeen): void {
    this.reported.push([operation, seen]);
  }
}

let server: RoughServer;
beforeAll(async () => {
  server = await RoughServer.start();
});
afterAll(() => server.close());

function gatewayWith(budget = new WatchedBudget(), deadlineMs = 10_000): HubSpotGateway {
  const connection = { credentials: { access_token: TOKEN }, baseUrl: `${server.url}/hub/`, budget };
  return new HubSpotGateway(connection, { deadlineMs, uploadDeadlineMs: deadlineMs, pausesMs: [1, 1] });
}

async function failureOf(attempt: Promise<unknown>): Promise<ConnectorError> {
  const thrown: unknown = await attempt.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (thrown instanceof ConnectorError) return thrown;
  throw new Error(`Expected a ConnectorError, got ${String(thrown)}`);
}

const portal = answer(200, {
  portalId: 77,
  uiDomain: 'app.hubspot.com',
  companyCurrency: 'EUR',
  timeZone: 'Europe/Berlin',
});
const oneDeal = answer(200, { status: 'COMPLETE', results: [{ id: '1', properties: { dealname: 'Acme' } }] });
const error = (status: number, body: Record<string, unknown>, headers = {}) =>
  answer(status, { status: 'error', correlationId: 'corr-1', ...body }, headers);

describe('the way a call goes', () => {
  it('keeps the path of the base URL and sends the token', async () => {
    server.will(oneDeal);
    expect(await gatewayWith().record('deals', '1', ['dealname'])).toEqual({
      id: '1',
      properties: { dealname: 'Acme' },
    });
    expect(server.seen).toEqual([
      { method: 'POST', url: '/hub/crm/v3/objects/deals/batch/read', authorization: `Bearer ${TOKEN}` },
    ]);
  });

  it('asks the budget before each call, for searches apart, and reports what the headers say', async () => {
    const budget = new WatchedBudget();
    const limits = {
      'x-hubspot-ratelimit-max': '190',
      'x-hubspot-ratelimit-remaining': '12',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-daily': '650000',
      'x-hubspot-ratelimit-daily-remaining': '649000',
    };
    server.will(answer(200, { results: [] }, limits), answer(200, { total: 0, results: [] }));
    await gatewayWith(budget).definitions('deals');
    await gatewayWith(budget).search('deals', { groups: [], properties: [], sortBy: 'createdate', limit: 1 });
    expect(budget.acquired).toEqual(['crm', 'search']);
    const told = { limit: 190, remaining: 12, intervalMs: 10_000, dayLimit: 650_000, dayRemaining: 649_000 };
    expect(budget.reported).toEqual([['crm', told]]);
  });

  it('refuses an id that is none before calling', async () => {
    server.will(oneDeal);
    const failure = await failureOf(gatewayWith().record('deals', 'undefined', []));
    expect(failure.errorClass).toBe('validation');
    expect(server.seen).toEqual([]);
  });

  it('keeps two connections apart', async () => {
    server.will(portal);
    const other = { credentials: { access_token: 'pat-other' }, baseUrl: server.url, budget: new WatchedBudget() };
    const [one, two] = [gatewayWith(), new HubSpotGateway(other)];
    await two.account();
    await one.account();
    await two.account(true);
    expect(server.seen.map((call) => call.authorization)).toEqual([
      'Bearer pat-other',
      `Bearer ${TOKEN}`,
      'Bearer pat-other',
    ]);
  });
});

describe('faults that pass', () => {
  it('repeats a read twice after faults of the network and of the server', async () => {
    server.will(hangUp, html(502), oneDeal);
    expect((await gatewayWith().record('deals', '1', [])).id).toBe('1');
    expect(server.seen).toHaveLength(3);
  });

  it('gives a read up after the third try', async () => {
    server.will(html(502));
    const failure = await failureOf(gatewayWith().record('deals', '1', []));
    expect(failure.errorClass).toBe('transient');
    expect(failure.message).toBe('HubSpot had a fault (HTTP 502) and did not read deal 1.');
    expect(server.seen).toHaveLength(3);
  });

  it.each([
    ['a broken connection', hangUp],
    ['a fault of the server', error(500, { message: 'internal error' })],
    ['an HTML page', html(503)],
  ])('never repeats a write after %s', async (_what, reaction) => {
    server.will(reaction);
    const failure = await failureOf(gatewayWith().update('deals', '1', { amount: '1' }));
    expect(failure.errorClass).toBe('transient');
    expect(server.seen).toHaveLength(1);
  });

  it('gives a call up at its deadline', async () => {
    server.will(saySoLater);
    const failure = await failureOf(gatewayWith(new WatchedBudget(), 100).update('deals', '1', { amount: '1' }));
    expect(failure.errorClass).toBe('transient');
    expect(failure.message).toContain('to update deal 1');
  });

  it.each([
    ['success with another code', answer(201, { id: '1', properties: {} })],
    ['something that is not JSON', answer(200, 'oops')],
    ['an HTML page with 200', html(200)],
  ])('does not trust %s', async (_what, reaction) => {
    server.will(reaction);
    expect((await failureOf(gatewayWith().update('deals', '1', { amount: '1' }))).errorClass).toBe('transient');
  });

  it('waits two seconds for a locked record, and as long as asked for a moving account', async () => {
    server.will(error(423, { message: 'locked' }));
    expect(await failureOf(gatewayWith().update('deals', '1', {}))).toMatchObject({
      errorClass: 'transient',
      retryAfterMs: 2_000,
    });
    server.will(error(477, { message: 'moving' }, { 'retry-after': '30' }));
    expect(await failureOf(gatewayWith().update('deals', '1', {}))).toMatchObject({
      errorClass: 'transient',
      retryAfterMs: 30_000,
    });
  });
});

describe('limits', () => {
  const tooMany = (message: string, policyName: string) => error(429, { message, policyName, errorType: 'RATE_LIMIT' });

  it('tells the budget how long the account is closed', async () => {
    const budget = new WatchedBudget();
    server.will(tooMany('You have reached your ten_secondly_rolling limit.', 'TEN_SECONDLY_ROLLING'));
    const failure = await failureOf(gatewayWith(budget).record('deals', '1', []));
    expect(failure).toMatchObject({ errorClass: 'rate_limited', retryAfterMs: 300 });
    expect(budget.reported).toEqual([['crm', { retryAfterMs: 300, isGuess: true }]]);
    expect(server.seen).toHaveLength(1);
  });

  it('waits a second after too many searches', async () => {
    server.will(tooMany('You have reached your secondly limit.', 'SECONDLY'));
    const search = gatewayWith().search('deals', { groups: [], properties: [], sortBy: 'createdate', limit: 1 });
    expect((await failureOf(search)).retryAfterMs).toBe(1_000);
  });

  it('waits for midnight when the day is used up', async () => {
    server.will(tooMany('You have reached your daily limit.', 'DAILY'));
    const failure = await failureOf(gatewayWith().record('deals', '1', []));
    expect(failure.errorClass).toBe('rate_limited');
    expect(failure.retryAfterMs).toBeGreaterThan(0);
    expect(failure.retryAfterMs).toBeLessThanOrEqual(24 * 60 * 60 * 1000);
    expect(failure.message).toContain('for today');
  });
});

describe('secrets', () => {
  it('never shows the token or the raw answer, whatever HubSpot echoes', async () => {
    const echo = `Bad request with Authorization: Bearer ${TOKEN} and ${TOKEN}`;
    server.will(
      error(400, {
        message: echo,
        errors: [{ message: echo, context: { propertyName: ['amount'] } }],
        secret: 'body-only',
      }),
    );
    const failure = await failureOf(gatewayWith().update('deals', '1', { amount: '1' }));
    const everything = JSON.stringify([
      failure.message,
      failure.stack,
      failure.problems,
      failure.remedy,
      failure.cause,
    ]);
    expect(everything).not.toContain(TOKEN);
    expect(everything).not.toContain('body-only');
    expect(failure.problems[0]!.subject).toBe('amount');
  });
});
