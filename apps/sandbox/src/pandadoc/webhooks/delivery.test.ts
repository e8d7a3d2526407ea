import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startSubscriber, startTwin, until, type Json, type Twin } from '../testing/start-twin.js';
import { signBody, signedUrl } from './sign-body.js';

type Subscriber = Awaited<ReturnType<typeof startSubscriber>>;

let twin: Twin;
let subscriber: Subscriber;
let answer: (attempt: number) => number;
beforeEach(async () => {
  answer = () => 200;
  twin = await startTwin();
  subscriber = await startSubscriber((attempt) => answer(attempt));
});
afterEach(async () => {
  await twin.close();
  subscriber.close();
});

const all = [
  'document_state_changed',
  'document_completed_pdf_ready',
  'recipient_completed',
  'document_updated',
  'document_deleted',
  'document_creation_failed',
  'quote_updated',
];
const subscribe = async (triggers: string[] = all, payload: string[] = []): Promise<Json> =>
  (await twin.api('POST /webhook-subscriptions', { name: 'Tandem', url: subscriber.url, triggers, payload })).body;
const draft = (more: object = {}) => draftFrom(twin, templateIds.salesProposal, more);
const kinds = () => subscriber.events().map(({ event, data }) => [event, data.status]);

describe('the signature', () => {
  it('is the HMAC of the published example', () => {
    const body = '[{"event":"document_state_changed","data":{"id":"abc","status":"document.completed"}}]';
    const signature = '54a3d56c9d42106307df1ec2a66271c889a66353f41c4d6c771a25774248f558';
    expect(signBody('587c22285F57883db3ee', body)).toBe(signature);
    expect(signedUrl('https://a.example/b', 'c0')).toBe('https://a.example/b?signature=c0');
    expect(signedUrl('https://a.example/b?d=1', 'c0')).toBe('https://a.example/b?d=1&signature=c0');
  });
});

describe('a webhook', () => {
  it('is a signed JSON array with an event id', async () => {
    const { shared_key } = await subscribe();
    const id = await draft();
    await until(() => subscriber.received.length === 1);
    const [{ url, headers, raw, events }] = subscriber.received as [Json];
    const signature = createHmac('sha256', shared_key).update(raw).digest('hex');
    expect(url).toBe(`/hooks?signature=${signature}`);
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'PandaDoc Webhooks' });
    expect(headers['x-pandadoc-webhook-event-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(events).toMatchObject([
      {
        event: 'document_state_changed',
        data: { id, status: 'document.draft', template: { name: 'Sales proposal' }, linked_objects: [] },
      },
    ]);
    expect(events[0].data.recipients[0]).toMatchObject({ email: 'josh.ron@acme.example', has_completed: false });
    for (const part of ['metadata', 'fields', 'tokens', 'pricing', 'products']) {
      expect(events[0].data).not.toHaveProperty(part);
    }
  });

  it('carries the parts that the subscription asks for', async () => {
    await subscribe(all, ['metadata', 'fields', 'tokens', 'pricing', 'products']);
    const rows = [{ data: { name: 'Chair', price: 10, qty: 2 }, custom_fields: { hubspot_line_item_id: '9' } }];
    await draft({
      pricing_tables: [{ name: 'Pricing Table 1', sections: [{ title: 'P', rows }] }],
      metadata: { a: 'b' },
    });
    await until(() => subscriber.received.length === 1);
    const { data } = subscriber.events()[0];
    expect(data.metadata).toMatchObject({ a: 'b' });
    expect(data.fields[0]).toMatchObject({ merge_field: 'Deal.PoNumber', assignee: 'josh.ron@acme.example' });
    expect(data.fields[0]).not.toHaveProperty('assigned_to');
    expect(data.tokens).toContainEqual({ name: 'Deal.Name', value: '' });
    expect(data.pricing.total).toBe('20');
    expect(data.products).toMatchObject([
      { name: 'Chair', qty: 2, price: '10', custom_fields: { hubspot_line_item_id: '9' } },
    ]);
  });

  it('follows the document from draft to the sealed PDF', async () => {
    await subscribe();
    const id = await draft();
    for (const act of ['send', 'view', 'sign']) await twin.control(`POST /documents/${id}/${act}`);
    await until(() => subscriber.received.length === 6);
    expect(kinds().toSorted()).toEqual(
      [
        ['document_state_changed', 'document.draft'],
        ['document_state_changed', 'document.sent'],
        ['document_state_changed', 'document.viewed'],
        ['recipient_completed', 'document.viewed'],
        ['document_state_changed', 'document.completed'],
        ['document_completed_pdf_ready', 'document.completed'],
      ].toSorted(),
    );
    const signed = subscriber.events().find(({ event }) => event === 'recipient_completed');
    expect(signed.data).toMatchObject({
      action_by: { email: 'josh.ron@acme.example' },
      action_date: expect.any(String),
    });
    expect(new Set(subscriber.received.map(({ headers }) => headers['x-pandadoc-webhook-event-id'])).size).toBe(6);
  });

  it('tells of a new revision, of removal and of a failed creation', async () => {
    await subscribe(['document_updated', 'document_deleted', 'document_creation_failed']);
    const id = await draft();
    await twin.api(`POST /documents/${id}/send`, {});
    await twin.api(`POST /documents/${id}/draft`);
    await until(() => subscriber.received.length === 1);
    await twin.api(`DELETE /documents/${id}`);
    await until(() => subscriber.received.length === 2);
    await twin.control('PATCH /settings', { fail_next_creates: ['Field tags are broken'] });
    const failed = await draft();
    await until(() => subscriber.received.length === 3);
    expect(subscriber.events()).toMatchObject([
      { event: 'document_updated', data: { id, status: 'document.draft' } },
      { event: 'document_deleted', data: { id } },
      { event: 'document_creation_failed', data: { id: failed, error: { detail: 'Field tags are broken' } } },
    ]);
  });

  it('tells of a quote that was saved in the quote builder, not of one updated through the API', async () => {
    await subscribe(['quote_updated']);
    const id = await draftFrom(twin, templateIds.quoteAgreement);
    const [quote] = (await twin.api(`GET /documents/${id}/details`)).body.pricing.quotes;
    await twin.api(`PUT /documents/${id}/quotes/${quote.id}`, { currency: 'USD' });
    await twin.control(`POST /documents/${id}/quotes/${quote.id}/save`);
    await until(() => subscriber.received.length > 0);
    expect(subscriber.events()).toMatchObject([{ event: 'quote_updated', data: { id } }]);
  });

  it('goes to active subscriptions of that trigger only', async () => {
    const { uuid } = await subscribe(['document_deleted']);
    await twin.api(`PATCH /webhook-subscriptions/${uuid}`, { active: false });
    await subscribe(['document_state_changed']);
    const id = await draft();
    await twin.api(`DELETE /documents/${id}`);
    await until(() => subscriber.received.length === 1);
    expect(twin.world.state.deliveries).toHaveLength(1);
  });
});

describe('a webhook that is not taken', () => {
  it('comes again with the same id, later and later, until it is', async () => {
    await twin.control('PATCH /webhooks', { retry_after_ms: [5, 10, 20] });
    answer = (attempt) => (attempt < 3 ? 500 : 200);
    await subscribe();
    await draft();
    await until(() => twin.world.state.deliveries[0]?.http_status_code === 200);
    expect(subscriber.received).toHaveLength(3);
    expect(new Set(subscriber.received.map(({ headers }) => headers['x-pandadoc-webhook-event-id'])).size).toBe(1);
    expect(new Set(subscriber.received.map(({ raw }) => raw)).size).toBe(1);
  });

  it('ends the subscription with a 410', async () => {
    answer = () => 410;
    const { uuid } = await subscribe();
    await draft();
    const status = async () => (await twin.api(`GET /webhook-subscriptions/${uuid}`)).body.status;
    await until(async () => (await status()) === 'DEACTIVATED');
  });

  it('ends the subscription after seven days of refusals', async () => {
    await twin.control('PATCH /webhooks', { retry_after_ms: [] });
    const later = { ms: 0 };
    twin.world.now = () => new Date(Date.now() + later.ms);
    answer = () => 500;
    const { uuid } = await subscribe();
    await draft();
    await until(() => twin.world.state.deliveries[0]?.attempts === 1);
    expect((await twin.api(`GET /webhook-subscriptions/${uuid}`)).body.status).toBe('ACTIVE');
    later.ms = 7 * 24 * 3_600_000;
    await draft();
    await until(() => twin.world.state.deliveries[1]?.attempts === 1);
    expect((await twin.api(`GET /webhook-subscriptions/${uuid}`)).body.status).toBe('DEACTIVATED');
  });

  it('times out when nobody answers', async () => {
    await twin.control('PATCH /webhooks', { timeout_ms: 30, retry_after_ms: [] });
    answer = () => 0;
    await subscribe();
    await draft();
    await until(() => twin.world.state.deliveries[0]?.error === 'TIMEOUT_ERROR');
  });
});

describe('webhooks on a bad day', () => {
  const sent = async () => {
    const id = await draft();
    await twin.control(`POST /documents/${id}/send`);
    return id;
  };

  it('come twice with one id', async () => {
    await twin.control('PATCH /webhooks', { duplicate: true });
    await subscribe();
    await draft();
    await until(() => subscriber.received.length === 2);
    const [first, second] = subscriber.received as [Json, Json];
    expect(first.raw).toBe(second.raw);
    expect(first.headers['x-pandadoc-webhook-event-id']).toBe(second.headers['x-pandadoc-webhook-event-id']);
  });

  it('come in one request', async () => {
    const id = await sent();
    await twin.control('PATCH /webhooks', { batch: 2 });
    await subscribe(['document_state_changed']);
    await twin.control(`POST /documents/${id}/sign`);
    await until(() => subscriber.received.length === 1);
    expect(kinds()).toEqual([
      ['document_state_changed', 'document.viewed'],
      ['document_state_changed', 'document.completed'],
    ]);
  });

  it('come without the rest of the batch when it does not fill up', async () => {
    await twin.control('PATCH /webhooks', { batch: 10, window_ms: 20 });
    await subscribe(['document_state_changed']);
    await draft();
    await until(() => subscriber.received.length === 1);
  });

  it('come newest first', async () => {
    const id = await sent();
    await twin.control('PATCH /webhooks', { reorder: true, window_ms: 30 });
    await subscribe(['document_state_changed']);
    await twin.control(`POST /documents/${id}/sign`);
    await until(() => subscriber.received.length === 2);
    expect(kinds().map(([, status]) => status)).toEqual(['document.completed', 'document.viewed']);
  });

  it('come late', async () => {
    await twin.control('PATCH /webhooks', { delay_ms: 100 });
    await subscribe();
    await draft();
    await until(() => twin.world.state.deliveries[0]?.http_status_code === 200);
    const [{ event_time, delivery_time }] = twin.world.state.deliveries as [Json];
    expect(Date.parse(delivery_time) - Date.parse(event_time)).toBeGreaterThanOrEqual(100);
  });

  it('never come, and can be sent again by hand', async () => {
    await twin.control('PATCH /webhooks', { drop: 1 });
    await subscribe(['document_state_changed']);
    const id = await draft();
    await twin.api(`POST /documents/${id}/send`, {});
    await until(() => subscriber.received.length === 1);
    expect(kinds()).toEqual([['document_state_changed', 'document.sent']]);
    const [lost] = (await twin.api('GET /webhook-events?count=10&page=1&error=INTERNAL_ERROR')).body.items;
    await twin.control(`POST /webhooks/${lost.uuid}/redeliver`);
    await until(() => subscriber.received.length === 2);
    expect(subscriber.received[1]!.headers['x-pandadoc-webhook-event-id']).toBe(lost.uuid);
  });
});
