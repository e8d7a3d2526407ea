import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '@tandem/sandbox';
import { DataSource } from 'typeorm';
import { Poller } from '../src/ingest/poller.js';
import { eventually } from '../src/testing/eventually.js';
import { freshDatabase, type FreshDatabase } from '../src/testing/fresh-database.js';
import { startTestApp } from '../src/testing/test-app.js';
import { Desk } from './desk.js';

/** Everything happens over HTTP and in several processes at once: patience where the machine is busy. */

const STAGES = { 'document.sent': 'contractsent', 'document.completed': 'closedwon' };
const MOVES = { pipeline: 'default', stages: STAGES };

interface InboxRow {
  state: string;
  found_by: string;
  status: string;
  occurred_at: Date;
}

/** What the inbox holds of a document's statuses, in the order in which they happened. */
const statusesOf = (desk: Desk, documentId: string): Promise<InboxRow[]> =>
  desk.app.app.get(DataSource).query(
    `select state, found_by, status, occurred_at from event
     where subject_id = $1 and trigger = 'document_status_changed' order by occurred_at, seq`,
    [documentId],
  );

const states = (rows: InboxRow[]): string[] => rows.map(({ state }) => state.replace('document.', ''));

describe('PandaDoc webhooks that never came', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('change-deal-stage', MOVES);
    await desk.poll();
  });
  afterEach(() =>
    desk.control('PATCH', '/pandadoc/webhooks', { drop: false, delay_ms: 0, retry_after_ms: [1_000, 5_000, 30_000] }),
  );
  afterAll(() => desk.close());

  const dropped = (drop: boolean | number) => desk.control('PATCH', '/pandadoc/webhooks', { drop });
  const stageOf = async (deal: string) => (await desk.dealProperties(deal, 'dealstage')).dealstage;

  async function draftOf(deal: string): Promise<string> {
    const document = await desk.document(deal, 'Sales proposal');
    await desk.isDraft(document);
    await desk.settled(60_000);
    return document;
  }

  /** The subscription as PandaDoc leaves it after a week of failures: nothing is even tried. */
  async function deaf<T>(work: () => Promise<T>): Promise<T> {
    const [{ uuid }] = (await desk.pandadoc('GET', '/webhook-subscriptions')).items;
    await desk.pandadoc('PATCH', `/webhook-subscriptions/${uuid}`, { active: false });
    const done = await work();
    await desk.pandadoc('PATCH', `/webhook-subscriptions/${uuid}`, { active: true });
    return done;
  }

  it('are read from the history of deliveries, and run in the order in which they happened', async () => {
    const deal = await desk.deal();
    const document = await draftOf(deal);
    await dropped(true);
    await desk.act(document, 'send');
    await desk.act(document, 'sign');
    await dropped(false);
    expect(await stageOf(deal)).toBe('qualifiedtobuy');

    await desk.poll();
    await desk.settled(60_000);
    const rows = await statusesOf(desk, document);
    expect(states(rows)).toEqual(['draft', 'sent', 'viewed', 'completed']);
    expect(rows.map((row) => row.found_by)).toEqual(['webhook', 'history', 'history', 'history']);
    expect(await stageOf(deal)).toBe('closedwon');
    const runs = await desk.runs(document, 'change-deal-stage');
    expect(runs.map((run) => run.status)).toEqual(['succeeded', 'succeeded']);
  });

  it('are one with the delivery that comes after all', async () => {
    const deal = await desk.deal();
    const document = await draftOf(deal);
    await dropped(1);
    await desk.act(document, 'send');
    await desk.poll();
    await desk.settled(60_000);
    const [lost] = (await desk.control('GET', '/pandadoc/webhooks')).deliveries;
    await desk.control('POST', `/pandadoc/webhooks/${lost.uuid}/redeliver`, {});
    await desk.settled(60_000);
    await desk.poll();
    await desk.settled(60_000);
    expect(states(await statusesOf(desk, document))).toEqual(['draft', 'sent']);
    expect(await desk.runs(document, 'change-deal-stage')).toHaveLength(1);
  });

  it('are found by reading the documents where nothing was even tried', async () => {
    const deal = await desk.deal();
    const document = await draftOf(deal);
    await deaf(() => desk.act(document, 'send'));
    await desk.poll();
    await desk.settled(60_000);
    const rows = await statusesOf(desk, document);
    expect(states(rows)).toEqual(['draft', 'sent']);
    expect(rows[1]).toMatchObject({ found_by: 'reading', status: 'matched' });
    expect(await stageOf(deal)).toBe('contractsent');
  });

  it('leave what was told alone: a look without a loss brings nothing in', async () => {
    const deal = await desk.deal();
    const document = await draftOf(deal);
    await desk.complete(document);
    // Also when the document has changed since, so that its last change is later than its last status.
    await desk.fill(document, { 'Deal.PoNumber': 'PO-7' });
    const before = await statusesOf(desk, document);
    await desk.poll();
    await desk.poll();
    await desk.settled(60_000);
    expect(await statusesOf(desk, document)).toEqual(before);
    expect(states(before)).toEqual(['draft', 'sent', 'viewed', 'completed']);
  });

  it('are one with a delivery that comes late, although the document has changed in between', async () => {
    const deal = await desk.deal();
    const document = await draftOf(deal);
    await dropped(1);
    await desk.act(document, 'send');
    const [lost] = (await desk.control('GET', '/pandadoc/webhooks')).deliveries;
    await desk.fill(document, { 'Deal.PoNumber': 'PO-8' });
    await readDocumentsOnly();
    await desk.settled(60_000);
    expect((await statusesOf(desk, document)).at(-1)).toMatchObject({ found_by: 'reading' });
    await desk.control('POST', `/pandadoc/webhooks/${lost.uuid}/redeliver`, {});
    await desk.settled(60_000);
    await desk.poll();
    await desk.settled(60_000);
    expect(states(await statusesOf(desk, document))).toEqual(['draft', 'sent']);
    expect(await desk.runs(document, 'change-deal-stage')).toHaveLength(1);
  });

  it('include deletions', async () => {
    const document = await draftOf(await desk.deal());
    await deaf(() => desk.pandadoc('DELETE', `/documents/${document}`));
    await desk.poll();
    await desk.poll();
    const rows = await desk.app.app
      .get(DataSource)
      .query(`select trigger, found_by from event where subject_id = $1 and trigger = 'document_deleted'`, [document]);
    expect(rows).toEqual([{ trigger: 'document_deleted', found_by: 'reading' }]);
    await desk.settled(60_000);
  });

  it('a status that is reached again is a happening of its own', async () => {
    const deal = await desk.deal();
    const document = await draftOf(deal);
    await desk.complete(document);
    await deaf(async () => {
      await desk.act(document, 'draft');
      await desk.act(document, 'send');
      await desk.act(document, 'sign');
    });
    await desk.poll();
    await desk.settled(60_000);
    expect(states(await statusesOf(desk, document))).toEqual(['draft', 'sent', 'viewed', 'completed', 'completed']);
  });

  /** Without its history, as for a key that may not see it. */
  async function readDocumentsOnly(): Promise<void> {
    const effect = { kind: 'answer', status: 403, body: { type: 'permissions_error', detail: 'No.' } };
    await desk.control('POST', '/faults', { api: 'pandadoc', path: '^/public/v1/webhook-events', effect });
    await desk.poll();
    await desk.control('DELETE', '/faults');
  }
});

describe('After down time', () => {
  let sandbox: Sandbox;
  let database: FreshDatabase;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
    database = await freshDatabase();
  });
  afterAll(async () => {
    await sandbox.close();
    await database.drop();
  });

  const secret = 'the-same-before-and-after-the-down-time';
  const open = () =>
    Desk.open({ sandbox: false, databaseUrl: database.url, config: { sandboxUrl: sandbox.url, secret } });

  it('what happened meanwhile is worked off, each once and in order', async () => {
    const before = await open();
    await before.switchOn('change-deal-stage', MOVES);
    await before.control('PATCH', '/pandadoc/webhooks', { retry_after_ms: [] });
    const deals = [await before.deal(), await before.deal()];
    const documents = [];
    for (const deal of deals) {
      const document = await before.document(deal, 'Sales proposal');
      await before.isDraft(document);
      documents.push(document);
    }
    await before.settled(60_000);
    await before.poll();
    await before.close();

    for (const document of documents) {
      await before.act(document, 'send');
      await before.act(document, 'sign');
    }
    const after = await open();
    await after.poll();
    await after.settled(60_000);
    for (const [index, document] of documents.entries()) {
      expect(states(await statusesOf(after, document))).toEqual(['draft', 'sent', 'viewed', 'completed']);
      expect(await after.dealProperties(deals[index]!, 'dealstage')).toEqual({ dealstage: 'closedwon' });
      const runs = await after.runs(document, 'change-deal-stage');
      expect(runs.map((run) => run.status)).toEqual(['succeeded', 'succeeded']);
    }
    await after.close();
  });
});

describe('Many processes', () => {
  it('never read one source at the same time', async () => {
    const secret = 'the-same-in-both-processes-of-the-test';
    const desk = await Desk.open({ config: { secret } });
    const config = { sandboxUrl: desk.sandboxUrl, role: 'worker' as const, secret };
    const other = await startTestApp({ databaseUrl: desk.app.databaseUrl, config });
    await desk.poll();
    await desk.control('DELETE', '/requests');
    const effect = { kind: 'latency', ms: 200 };
    await desk.control('POST', '/faults', { api: 'pandadoc', path: '^/public/v1/(webhook-events|documents)$', effect });
    // Both find the source taken when a regular look of either is under way.
    const begun = await eventually(async () => {
      await Promise.all([desk.poll(), other.app.get(Poller).pollAll()]);
      const { requests } = await desk.control('GET', '/requests?api=pandadoc');
      expect(requests.length).toBeGreaterThan(0);
      return requests.map(({ at }: { at: string }) => Date.parse(at)) as number[];
    }, 60_000);
    // Each call takes at least 200 ms: two that overlap begin closer together.
    for (const [index, at] of begun.entries()) {
      expect((begun[index + 1] ?? Infinity) - at).toBeGreaterThan(150);
    }
    await other.close();
    await desk.close();
  });
});
