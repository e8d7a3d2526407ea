import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Connections } from '../src/connections/connections.js';
import { Desk } from './desk.js';

describe('The address that PandaDoc calls', () => {
  let desk: Desk;
  let path: string;
  let secret: string;

  beforeAll(async () => {
    desk = await Desk.open();
    const connections = desk.app.app.get(Connections);
    const connection = await connections.byConnector('pandadoc');
    path = `/webhooks/pandadoc/${connection!.id}`;
    secret = (await connections.webhookSecretOf(connection!.id))!;
  });
  afterAll(() => desk.close());

  const sign = (body: string, key = secret) => createHmac('sha256', key).update(body).digest('hex');
  const deliver = (body: string, signature: string | null, contentType = 'application/json') =>
    fetch(`${desk.app.url}${path}${signature === null ? '' : `?signature=${signature}`}`, {
      method: 'POST',
      body,
      headers: { 'content-type': contentType },
    });
  const stored = async (): Promise<number> =>
    (await desk.app.app.get(DataSource).query(`select count(*)::int as n from event`))[0].n;
  const event = (id: string, more: object = {}) =>
    JSON.stringify([
      {
        event: 'document_state_changed',
        data: {
          id,
          name: 'Offer',
          status: 'document.sent',
          date_modified: '2026-11-20T10:00:00.000000Z',
          template: null,
          linked_objects: [],
          ...more,
        },
      },
    ]);

  it('stores a signed event before it answers', async () => {
    const before = await stored();
    const body = event('aaaaaaaaaaaaaaaaaaaaaa');
    const answer = await deliver(body, sign(body));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ accepted: 1 });
    expect(await stored()).toBe(before + 1);
  });

  it('knows a second delivery of the same event', async () => {
    const body = event('bbbbbbbbbbbbbbbbbbbbbb');
    await deliver(body, sign(body));
    expect(await (await deliver(body, sign(body))).json()).toEqual({ accepted: 0 });
  });

  it.each([
    ['unsigned', (body: string) => deliver(body, null), 401],
    ['signed with another key', (body: string) => deliver(body, sign(body, 'other')), 401],
    ['signed over another body', (body: string) => deliver(body, sign(`${body} `)), 401],
    ['signed with something that is no signature', (body: string) => deliver(body, 'zz'), 401],
  ])('refuses a body that is %s, and stores nothing', async (_how, send, status) => {
    const before = await stored();
    const answer = await send(event('cccccccccccccccccccccc'));
    expect(answer.status).toBe(status);
    expect(await stored()).toBe(before);
  });

  it.each([
    ['not JSON', '[{', 400],
    ['no list', '{"event":"document_state_changed"}', 400],
    ['without a document', '[{"event":"document_state_changed","data":{}}]', 400],
    ['a list of numbers', '[1,2,3]', 400],
    ['empty', '', 400],
    ['larger than 2 MB', `["${'x'.repeat(2_200_000)}"]`, 413],
  ])('refuses a signed body that is %s, and stores nothing', async (_how, body, status) => {
    const before = await stored();
    const answer = await deliver(body, sign(body));
    expect(answer.status).toBe(status);
    expect(await stored()).toBe(before);
  });

  it('takes all events of a batch, and passes over kinds that it does not know', async () => {
    const [one] = JSON.parse(event('dddddddddddddddddddddd'));
    const [two] = JSON.parse(event('eeeeeeeeeeeeeeeeeeeeee'));
    const body = JSON.stringify([one, { event: 'template_created', data: { id: 'tpl' } }, two]);
    expect(await (await deliver(body, sign(body))).json()).toEqual({ accepted: 2 });
  });

  it('stores text that PostgreSQL cannot hold as it came', async () => {
    const body = event('ffffffffffffffffffffff', { name: 'nul \u0000 and half \ud800 pair' });
    const answer = await deliver(body, sign(body));
    expect(await answer.json()).toEqual({ accepted: 1 });
  });

  it('takes a moment in the far future for a mistake, so that nothing later looks late', async () => {
    const id = 'hhhhhhhhhhhhhhhhhhhhhh';
    const before = Date.now();
    for (const [status, moment] of [
      ['document.sent', '9999-12-31T23:59:59.000000Z'],
      ['document.viewed', new Date(before + 5_000).toISOString()],
    ]) {
      const body = event(id, { status, date_modified: moment });
      await deliver(body, sign(body));
    }
    const rows: { state: string; occurred_at: Date; said: string }[] = await desk.app.app
      .get(DataSource)
      .query(
        `select state, occurred_at, data ->> 'occurred_at' as said from event where subject_id = $1 order by seq`,
        [id],
      );
    expect(rows.map((row) => row.state)).toEqual(['document.sent', 'document.viewed']);
    expect(rows[0]!.occurred_at.getTime()).toBeLessThan(before + 5_000);
    expect(rows[0]!.said).not.toContain('9999');
    expect(rows[1]!.occurred_at.getTime()).toBe(before + 5_000);
  });

  it('answers 404 at an address that belongs to no connection', async () => {
    const body = event('gggggggggggggggggggggg');
    for (const address of [
      '/webhooks/pandadoc/nonsense',
      '/webhooks/pandadoc/01a208f3-57aa-74cd-89b7-764340ba5cd2',
      '/webhooks/acme/x',
    ]) {
      const answer = await fetch(`${desk.app.url}${address}?signature=${sign(body)}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
      expect(answer.status).toBe(404);
    }
  });
});
