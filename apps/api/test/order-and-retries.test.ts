import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../src/testing/eventually.js';
import { Desk } from './desk.js';

describe('The run engine', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('change-deal-stage', {
      pipeline: 'default',
      stages: { 'document.sent': 'contractsent', 'document.completed': 'closedwon' },
    });
  });
  afterAll(() => desk.close());
  afterEach(() => desk.control('DELETE', '/faults'));

  const stageOf = async (deal: string) => (await desk.dealProperties(deal, 'dealstage')).dealstage;

  it('never moves a deal back when "sent" arrives after "completed"', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.settled();
    await desk.control('PATCH', '/pandadoc/webhooks', { reorder: true, window_ms: 600 });
    await desk.act(document, 'send');
    await desk.act(document, 'sign');
    await desk.settled();
    await desk.control('PATCH', '/pandadoc/webhooks', { reorder: false });

    expect(await stageOf(deal)).toBe('closedwon');
    const runs = await desk.runs(document);
    const late = runs.find((run) => run.scope.trigger.status === 'document.sent');
    const won = runs.find((run) => run.scope.trigger.status === 'document.completed');
    expect(won.status).toBe('succeeded');
    expect(['skipped', 'succeeded']).toContain(late.status);
    if (late.status === 'skipped') expect(late.reason).toMatch(/later change/i);
  });

  it('tries again by itself when HubSpot is down for a moment', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.control('POST', '/faults', {
      api: 'hubspot',
      method: 'PATCH',
      times: 1,
      effect: { kind: 'preset', name: '500' },
    });
    await desk.act(document, 'send');
    await desk.settled();
    expect(await stageOf(deal)).toBe('contractsent');
    const [run] = await desk.runs(document);
    expect(run.status).toBe('succeeded');
    expect(run.steps[0].failed_attempts).toEqual([
      expect.objectContaining({ number: 1, error: expect.objectContaining({ class: 'transient' }) }),
    ]);
  });

  it('waits as long as a refused call asks, in the database and not in a worker', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.control('POST', '/faults', {
      api: 'hubspot',
      times: 1,
      effect: {
        kind: 'answer',
        status: 429,
        headers: { 'retry-after': '4' },
        body: { policyName: 'TEN_SECONDLY_ROLLING' },
      },
    });
    await desk.act(document, 'send');
    await eventually(async () => {
      const [run] = await desk.runs(document);
      expect(run).toMatchObject({ status: 'waiting', due_at: expect.any(String) });
    });
    await desk.settled(40_000);
    expect(await stageOf(deal)).toBe('contractsent');
  });

  it('pauses the connection when the token is refused, and goes on when it works again', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.control('POST', '/faults', { api: 'hubspot', effect: { kind: 'preset', name: '401_expired' } });
    await desk.act(document, 'send');

    const connection = await eventually(async () => {
      const { body } = await desk.api('GET', '/api/connections');
      const hubspot = (body.items ?? body).find((item: { connector: string }) => item.connector === 'hubspot');
      expect(hubspot.status).toBe('paused');
      return hubspot;
    });
    await eventually(async () => {
      expect((await desk.runs(document))[0].status).toBe('waiting');
    });

    await desk.control('DELETE', '/faults');
    expect((await desk.api('POST', `/api/connections/${connection.id}/test`, {})).status).toBeLessThan(300);
    await eventually(async () => {
      expect((await desk.runs(document))[0].status).toBe('succeeded');
    });
    expect(await stageOf(deal)).toBe('contractsent');
  });

  it('fails at once, in plain words, when the stage no longer exists', async () => {
    await desk.switchOn(
      'change-deal-stage',
      { pipeline: 'default', stages: { 'document.sent': 'vanished' } },
      await desk.templateNamed('Order form'),
    );
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Order form');
    await desk.act(document, 'send');
    await desk.settled();
    const [run] = await desk.runs(document);
    expect(run).toMatchObject({ status: 'failed', error: { class: 'validation', path: 'move' } });
    expect(run.error.message).toContain('vanished');
    expect(run.error.remedy).not.toBe('');
    expect(await stageOf(deal)).toBe('qualifiedtobuy');
  });

  it('cancels a run that waits for its retry', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.control('POST', '/faults', {
      api: 'hubspot',
      method: 'PATCH',
      times: 3,
      effect: { kind: 'preset', name: '500' },
    });
    await desk.act(document, 'send');
    const run = await eventually(async () => {
      const [found] = await desk.runs(document);
      expect(found.status).toBe('waiting');
      return found;
    });
    expect((await desk.api('POST', `/api/runs/${run.id}/cancel`, {})).status).toBe(204);
    await desk.settled();
    expect(await stageOf(deal)).toBe('qualifiedtobuy');
  });

  it('calls a change of the deal that it made itself an echo', async () => {
    await desk.switchOn('import-from-crm');
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.poll();
    await desk.act(document, 'send');
    await desk.settled();
    await desk.poll();
    await desk.settled();
    const { body } = await desk.api('GET', `/api/events?deal=${deal}&trigger=deal_or_line_items_changed`);
    expect(body.items.filter((event: { status: string }) => event.status === 'matched')).toEqual([]);
  });
});
