import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startSubscriber, startTwin, until, type Json, type Twin } from '../testing/start-twin.js';

type Subscriber = Awaited<ReturnType<typeof startSubscriber>>;

let twin: Twin;
let subscriber: Subscriber;
beforeAll(async () => {
  twin = await startTwin();
  subscriber = await startSubscriber((attempt) => (attempt === 2 ? 404 : 200));
});
afterAll(async () => {
  await twin.close();
  subscriber.close();
});

const wanted = () => ({
  name: 'Tandem',
  url: subscriber.url,
  triggers: ['document_state_changed', 'document_deleted'],
  payload: ['metadata', 'fields'],
});

describe('subscriptions', () => {
  it('are created with a key, read, changed and removed', async () => {
    const created = await twin.api('POST /webhook-subscriptions', wanted());
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ name: 'Tandem', url: subscriber.url, active: true, status: 'ACTIVE' });
    expect(created.body.triggers.toSorted()).toEqual(wanted().triggers.toSorted());
    expect(created.body.shared_key).toMatch(/^\w{20}$/);
    const path = `/webhook-subscriptions/${created.body.uuid}`;
    expect((await twin.api('GET /webhook-subscriptions')).body.items).toEqual([created.body]);
    expect((await twin.api(`GET ${path}`)).body).toEqual(created.body);

    const changed = await twin.api(`PATCH ${path}`, { active: false, triggers: ['quote_updated'] });
    expect(changed.body).toMatchObject({
      status: 'INACTIVE',
      active: false,
      triggers: ['quote_updated'],
      name: 'Tandem',
    });
    const { shared_key } = (await twin.api(`PATCH ${path}/shared-key`)).body;
    expect(shared_key).not.toBe(created.body.shared_key);
    expect((await twin.api(`GET ${path}`)).body.shared_key).toBe(shared_key);

    expect((await twin.api(`DELETE ${path}`)).status).toBe(204);
    expect((await twin.api(`GET ${path}`)).status).toBe(404);
  });

  it.each([
    ['no name', { name: undefined }, 'name'],
    ['no address', { url: 'somewhere' }, 'url'],
    ['an address of another kind', { url: 'ftp://a.example' }, 'url'],
    ['an unknown trigger', { triggers: ['document_completed'] }, 'triggers.0'],
    ['an unknown part', { payload: ['everything'] }, 'payload.0'],
  ])('are refused with %s', async (_what, change, field) => {
    const answer = await twin.api('POST /webhook-subscriptions', { ...wanted(), ...change });
    expect(answer).toMatchObject({
      status: 400,
      body: { type: 'request_error', detail: { [field]: expect.any(Array) } },
    });
  });
});

describe('the history of webhooks', () => {
  let taken: Json;
  let refused: Json;
  beforeAll(async () => {
    await twin.control('PATCH /webhooks', { retry_after_ms: [] });
    await twin.api('POST /webhook-subscriptions', wanted());
    const id = await draftFrom(twin, templateIds.mutualNda);
    await until(() => twin.world.state.deliveries[0]?.attempts === 1);
    await twin.api(`DELETE /documents/${id}`);
    await until(() => twin.world.state.deliveries[1]?.attempts === 1);
    [refused, taken] = (await twin.api('GET /webhook-events?count=10&page=1')).body.items;
  });

  it('lists deliveries, newest first, with how they went', () => {
    expect(taken).toMatchObject({ name: 'Tandem', type: 'document_state_changed', http_status_code: 200, error: null });
    expect(refused).toMatchObject({ type: 'document_deleted', http_status_code: 404 });
  });

  it('keeps what was sent and what came back', async () => {
    const { body } = await twin.api(`GET /webhook-events/${taken.uuid}`);
    const [received] = subscriber.received;
    expect(body).toMatchObject({
      uuid: taken.uuid,
      url: subscriber.url,
      request_body: received!.raw,
      response_body: 'noted',
    });
    expect(received!.url).toContain(body.signature);
    expect(received!.headers['x-pandadoc-webhook-event-id']).toBe(taken.uuid);
    expect((await twin.api(`GET /webhook-events/${taken.uuid.replace(/./g, '0')}`)).status).toBe(404);
  });

  it.each([
    ['type=document_deleted', 1],
    ['type=document_deleted&type=document_state_changed', 2],
    ['http_status_code=400', 1],
    ['http_status_code=500', 0],
    ['error=TIMEOUT_ERROR', 0],
    ['since=2020-01-01T00:00:00Z', 2],
    ['to=2020-01-01T00:00:00Z', 0],
  ])('filters by %s', async (query, expected) => {
    expect((await twin.api(`GET /webhook-events?count=10&page=1&${query}`)).body.items).toHaveLength(expected);
  });

  it('needs count and page', async () => {
    expect((await twin.api('GET /webhook-events')).status).toBe(400);
    expect((await twin.api('GET /webhook-events?count=1&page=2')).body.items).toEqual([taken]);
  });
});
