import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConnectorError } from '../sdk/connector-error.js';
import { said } from '../sdk/said.js';
import { PandaDocGateway, type Pace } from './client.js';
import { remotePath } from './remote-path.js';
import {
  answer,
  hangUp,
  sayNothing,
  startLocalServer,
  type Behaviour,
  type LocalServer,
} from './testing/local-server.js';
import { OpenBudget } from './testing/open-budget.js';

const KEY = 'sk-9f3d2a-secret';
const Anything = z.looseObject({});
const status = { operation: 'document.status', path: '/public/v1/documents/abc' } as const;
const send = { operation: 'document.send', method: 'POST', path: '/public/v1/documents/abc/send', body: {} } as const;
const pdf = { operation: 'document.download', path: '/public/v1/documents/abc/download' } as const;

const servers: LocalServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function gatewayTo(behaviours: Behaviour[], pace: Partial<Pace> = {}) {
  const server = await startLocalServer(...behaviours);
  servers.push(server);
  const budget = new OpenBudget();
  const connection = { apiKey: KEY, baseUrl: `${server.url}/pandadoc/`, budget };
  const gateway = new PandaDocGateway(connection, { retryDelaysMs: [1, 1], ...pace });
  return { gateway, server, budget };
}

async function failureOf(promise: Promise<unknown>): Promise<ConnectorError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectorError) return error;
  throw new Error('It did not fail with a ConnectorError.');
}

describe('a call', () => {
  it('carries the key, the query and JSON under the base URL of the connection', async () => {
    const { gateway, server } = await gatewayTo([answer(200, {})]);
    await gateway.read({ ...status, query: { q: 'a&b', page: 1, none: undefined } }, Anything);
    await gateway.write({ ...send, body: { silent: true } }, Anything);
    expect(server.seen[0]).toMatchObject({ method: 'GET', url: '/pandadoc/public/v1/documents/abc?q=a%26b&page=1' });
    expect(server.seen[0]?.headers.authorization).toBe(`API-Key ${KEY}`);
    expect(server.seen[1]).toMatchObject({ method: 'POST', body: '{"silent":true}' });
  });

  it('asks the budget before each try', async () => {
    const { gateway, budget } = await gatewayTo([answer(503), answer(200, {})]);
    await gateway.read(status, Anything);
    expect(budget.acquired).toEqual(['document.status', 'document.status']);
  });

  it('does not go out when the budget refuses', async () => {
    const { gateway, server, budget } = await gatewayTo([answer(200, {})]);
    budget.acquire = () => Promise.reject(new ConnectorError('rate_limited', said`full`, { retryAfterMs: 5 }));
    expect((await failureOf(gateway.read(status, Anything))).errorClass).toBe('rate_limited');
    expect(server.seen).toHaveLength(0);
  });

  it('never leads to another endpoint, whatever the id is', () => {
    for (const id of ['../x', '..', 'a/b', 'a?b', '', ' ', 'ä', 'a'.repeat(101)]) {
      expect(() => remotePath`/public/v1/documents/${id}/send`).toThrow(/is not an id of PandaDoc/);
    }
    expect(remotePath`/public/v1/documents/${'aahcZhiB6pKR'}/send`).toBe('/public/v1/documents/aahcZhiB6pKR/send');
  });
});

describe('a read', () => {
  it.each([
    ['a broken line', hangUp],
    ['a server error', answer(500, 'oops')],
    ['an HTML page of a proxy', answer(502, '<html>Bad gateway</html>')],
  ])('is tried again after %s', async (_what, behaviour) => {
    const { gateway, server } = await gatewayTo([behaviour, behaviour, answer(200, { id: 'abc' })]);
    expect(await gateway.read(status, Anything)).toEqual({ id: 'abc' });
    expect(server.seen).toHaveLength(3);
  });

  it('gives up after three tries and leaves the next one to the engine', async () => {
    const { gateway, server } = await gatewayTo([hangUp]);
    const error = await failureOf(gateway.read(status, Anything));
    expect(error).toMatchObject({ errorClass: 'transient' });
    expect(error.message).toBe('PandaDoc could not be reached when asked to read the status of the document.');
    expect(server.seen).toHaveLength(3);
  });

  it('is not tried again when the request is refused', async () => {
    const { gateway, server } = await gatewayTo([answer(404, { type: 'request_error', detail: 'Not found' })]);
    const error = await failureOf(gateway.read(status, Anything));
    expect(error).toMatchObject({ errorClass: 'not_found' });
    expect(error.message).toBe('PandaDoc could not read the status of the document: Not found.');
    expect(server.seen).toHaveLength(1);
  });

  it('follows a redirect', async () => {
    const { gateway, server } = await gatewayTo([answer(307, '', { location: '/elsewhere' }), answer(200, { ok: 1 })]);
    expect(await gateway.read(status, Anything)).toEqual({ ok: 1 });
    expect(server.seen).toHaveLength(2);
  });

  it('ends at the deadline', async () => {
    const { gateway } = await gatewayTo([sayNothing], { deadlineMs: 30, retryDelaysMs: [] });
    const error = await failureOf(gateway.read(status, Anything));
    expect(error.errorClass).toBe('transient');
    expect(error.message).toContain('did not answer within 30 ms');
  });

  it('names the place of an answer it cannot read', async () => {
    const { gateway } = await gatewayTo([answer(200, { results: [{ id: 7 }] })]);
    const schema = z.looseObject({ results: z.array(z.looseObject({ id: z.string() })) });
    const error = await failureOf(gateway.read(status, schema));
    expect(error).toMatchObject({ errorClass: 'bug' });
    expect(error.message).toContain('results.0.id');
  });

  it('makes every text storable: no NUL and no half characters', async () => {
    const { gateway } = await gatewayTo([answer(200, '{"name":"a\\u0000b\\ud800"}')]);
    expect(await gateway.read(status, Anything)).toEqual({ name: 'a\uFFFDb\uFFFD' });
  });
});

describe('a write', () => {
  it.each([
    ['a broken line', hangUp],
    ['a server error', answer(500, 'oops')],
  ])('is never repeated after %s', async (_what, behaviour) => {
    const { gateway, server } = await gatewayTo([behaviour, answer(200, {})]);
    expect((await failureOf(gateway.write(send, Anything))).errorClass).toBe('transient');
    expect(server.seen).toHaveLength(1);
  });

  it('does not follow a redirect, which might do it twice', async () => {
    const { gateway, server } = await gatewayTo([answer(307, '', { location: '/elsewhere' }), answer(200, {})]);
    expect((await failureOf(gateway.write(send, Anything))).remedy).toBe(
      'Correct the address of the PandaDoc connection.',
    );
    expect(server.seen).toHaveLength(1);
  });

  it('takes an empty answer where nothing is to be read', async () => {
    const { gateway } = await gatewayTo([answer(204)]);
    await expect(gateway.writeOnly(send)).resolves.toBeUndefined();
  });
});

describe('a download', () => {
  it('gives the bytes unchanged', async () => {
    const bytes = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x00, 0xff, 0xfe]);
    const { gateway } = await gatewayTo([(response) => response.writeHead(200).end(bytes)]);
    expect(Buffer.from(await gateway.download(pdf))).toEqual(bytes);
  });

  it('waits as long as PandaDoc asks while the file is being made', async () => {
    const { gateway } = await gatewayTo([answer(202, '', { 'retry-after': '7' })]);
    expect(await failureOf(gateway.download(pdf))).toMatchObject({ errorClass: 'transient', retryAfterMs: 7_000 });
  });
});

describe('the key', () => {
  it('is in no error, even when the answer repeats it', async () => {
    const body = { type: 'request_error', detail: { header: [`API-Key ${KEY} is odd`] } };
    const { gateway } = await gatewayTo([answer(400, body)]);
    const error = await failureOf(gateway.write(send, Anything));
    expect(JSON.stringify([error, error.message, error.stack, error.cause])).not.toContain(KEY);
    expect(error.message).toContain('[API key] is odd');
  });

  it('is not shown by the gateway when it is printed', async () => {
    const { gateway } = await gatewayTo([answer(200, {})]);
    expect(JSON.stringify(gateway)).not.toContain(KEY);
    expect(Object.values(gateway).filter((value) => value === KEY)).toEqual([]);
  });
});

describe('a throttled call', () => {
  it('tells the budget how long nothing may go out', async () => {
    const body = { type: 'request_error', detail: 'Request was throttled. Expected available in 13 seconds.' };
    const { gateway, budget } = await gatewayTo([answer(429, body)]);
    expect(await failureOf(gateway.read(status, Anything))).toMatchObject({ retryAfterMs: 13_000 });
    expect(budget.reported).toEqual([{ operation: 'document.status', seen: { retryAfterMs: 13_000, isGuess: false } }]);
  });
});
