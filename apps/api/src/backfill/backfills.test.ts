import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Desk } from '../../test/desk.js';
import { eventually } from '../testing/eventually.js';

/** As the API gives it. */
type View = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- the test looks into answers

const STAGES = { 'document.sent': 'contractsent', 'document.completed': 'closedwon' };

describe('A backfill', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  /** Documents that were completed before anything was switched on, each with a deal of its own. */
  async function past(count: number, template = 'Mutual NDA'): Promise<{ deal: string; document: string }[]> {
    const all = [];
    for (let n = 0; n < count; n += 1) {
      const deal = await desk.deal();
      const document = await desk.document(deal, template);
      await desk.complete(document);
      all.push({ deal, document });
    }
    return all;
  }

  const switchOn = () => desk.switchOn('change-deal-stage', { pipeline: 'default', stages: STAGES });

  async function choose(more: object = {}, recipes = ['change-deal-stage']): Promise<View> {
    const selection = {
      template_ids: [await desk.templateNamed('Mutual NDA')],
      ...{ statuses: ['document.completed'], changed_from: null, changed_to: null },
      ...more,
    };
    const { status, body } = await desk.api('POST', '/api/backfills', { recipes, selection });
    expect({ status, body }).toMatchObject({ status: 201, body: { status: 'counting' } });
    return body;
  }

  const move = (id: string, what: string) => desk.api('POST', `/api/backfills/${id}/${what}`);

  const until = async (id: string, status: string): Promise<View> => {
    let view: View;
    await eventually(async () => {
      view = (await desk.api('GET', `/api/backfills/${id}`)).body;
      expect(view.status).toBe(status);
    }, 60_000);
    return view;
  };

  const stageOf = async (deal: string) => (await desk.dealProperties(deal, 'dealstage')).dealstage;

  const dayOf = async (): Promise<View> => {
    const { body } = await desk.api('GET', '/api/connections');
    const { id } = body.items.find(({ connector }: View) => connector === 'hubspot');
    return (await desk.api('GET', `/api/connections/${id}/budget`)).body.day;
  };

  const notesOf = async (id: string, outcome: string): Promise<(string | null)[]> => {
    const { body } = await desk.api('GET', `/api/backfills/${id}/documents?outcome=${outcome}`);
    return body.items.map(({ reason }: { reason: string | null }) => reason);
  };

  it('shows first how many documents there are, and changes nothing before it is started', async () => {
    const [one] = await past(2);
    await desk.complete(await desk.document(await desk.deal(), 'Sales proposal'));
    await switchOn();
    const { id } = await choose();
    const counted = await until(id, 'ready');
    expect(counted.documents).toEqual({
      found: expect.any(Number),
      waiting: counted.documents.found,
      asked: 0,
      skipped: 0,
      failed: 0,
    });
    expect(counted.documents.found).toBeGreaterThanOrEqual(2);
    expect(await stageOf(one!.deal)).toBe('qualifiedtobuy');
  });

  it('does the recipe for each document, last of all classes, and ends', async () => {
    const before = new Date().toISOString();
    const documents = await past(3);
    await switchOn();
    const { id } = await choose({ changed_from: before });
    await until(id, 'ready');
    expect((await move(id, 'start')).body.status).toBe('running');
    const done = await until(id, 'finished');
    expect(done).toMatchObject({ documents: { found: 3, asked: 3 }, runs: { open: 0, succeeded: 3, failed: 0 } });
    for (const { deal } of documents) expect(await stageOf(deal)).toBe('closedwon');
    const classes = await desk.app.dataSource.query(`select distinct call_class from run`);
    expect(classes).toEqual([{ call_class: 'backfill' }]);
  });

  it('leaves the last tenth of HubSpot’s calls of a day to live work, and says so', async () => {
    const before = new Date().toISOString();
    const [one] = await past(1);
    await switchOn();
    const { id } = await choose({ changed_from: before });
    await until(id, 'ready');
    const sendOne = async () => {
      const document = await desk.document(await desk.deal(), 'Mutual NDA');
      await desk.act(document, 'send');
      await eventually(async () => {
        expect((await desk.runs(document))[0]?.status).toBe('succeeded');
      }, 60_000);
    };
    await desk.control('PATCH', '/hubspot/settings', { daily_limit: 10_000 });
    await desk.control('POST', '/hubspot/tokens/pat-sandbox-hubspot/spend', { calls: 9_600 });
    await sendOne();

    await move(id, 'start');
    await eventually(async () => {
      const { reason } = (await desk.api('GET', `/api/backfills/${id}`)).body;
      expect(reason).toMatch(/is kept for live work; this goes on by itself when its next day begins\.$/);
    }, 60_000);
    expect(await dayOf()).toMatchObject({
      limit: 10_000,
      kept_for_live: 1_000,
      waiting_classes: ['retry', 'backfill'],
    });
    await sendOne();
    expect(await stageOf(one!.deal)).toBe('qualifiedtobuy');
  });

  it('leaves out what was handled at that status before, and says so', async () => {
    const before = new Date().toISOString();
    await switchOn();
    await past(1);
    const { id } = await choose({ changed_from: before });
    await until(id, 'ready');
    await move(id, 'start');
    expect((await until(id, 'finished')).documents).toMatchObject({ found: 1, asked: 0, skipped: 1 });
    expect(await notesOf(id, 'skipped')).toEqual(['Handled at this status before: Change the deal stage.']);
  });

  it('can be paused, resumed where it was, and stopped for good', async () => {
    const before = new Date().toISOString();
    const documents = await past(2);
    await switchOn();
    const { id } = await choose({ changed_from: before });
    await until(id, 'ready');
    expect((await move(id, 'pause')).status).toBe(409);
    await desk.control('POST', '/faults', { api: 'pandadoc', path: 'details', effect: { kind: 'latency', ms: 1_500 } });
    await move(id, 'start');
    expect((await move(id, 'pause')).body.status).toBe('paused');
    await desk.control('DELETE', '/faults');
    await desk.settled();
    const paused = (await desk.api('GET', `/api/backfills/${id}`)).body;
    expect(paused.documents.waiting).toBeGreaterThanOrEqual(1);
    expect((await move(id, 'resume')).body.status).toBe('running');
    await until(id, 'finished');
    for (const { deal } of documents) expect(await stageOf(deal)).toBe('closedwon');

    const again = await choose({ changed_from: before });
    expect((await move(again.id, 'stop')).body).toMatchObject({ status: 'stopped', finished_at: expect.any(String) });
    expect((await move(again.id, 'start')).status).toBe(409);
  });

  it('goes on in another process after this one has died', async () => {
    const before = new Date().toISOString();
    const documents = await past(2);
    await switchOn();
    const { id } = await choose({ changed_from: before });
    await until(id, 'ready');
    await move(id, 'start');
    await desk.app.dataSource.query(
      `insert into lane (key, owner, token, lease_until) values ($1, 'dead', 7, now() + interval '1 second')
       on conflict (key) do update set owner = 'dead', token = lane.token + 1, lease_until = now() + interval '1 second'`,
      [`backfill:${id}`],
    );
    await until(id, 'finished');
    for (const { deal } of documents) expect(await stageOf(deal)).toBe('closedwon');
    expect(await desk.app.dataSource.query(`select count(*)::int as runs from run`)).toEqual([{ runs: 2 }]);
  });

  it('is refused for a recipe that is not there, and is none where there is none', async () => {
    const selection = { template_ids: [], statuses: ['document.completed'], changed_from: null, changed_to: null };
    const refused = await desk.api('POST', '/api/backfills', { recipes: ['change-deal-stage', 'no-such'], selection });
    expect(refused).toMatchObject({ status: 422, body: { issues: [{ pointer: '/recipes/1' }] } });
    expect((await desk.api('GET', `/api/backfills/${randomUUID()}`)).status).toBe(404);
    expect((await move(randomUUID(), 'start')).status).toBe(404);
  });
});
