import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../src/testing/eventually.js';
import type { Desk } from '../desk.js';

export interface Load {
  /** Of the past, each of which the backfill does. */
  documents: number;
  /** Documents that are sent one after the other meanwhile, and how many milliseconds lie between them. */
  live: number;
  liveEveryMs: number;
  hubspotPer10s: number;
}

export interface Measured {
  /** From the webhook's arrival to the end of its run, in milliseconds, the shortest first. */
  liveDelays: number[];
  /** What the backfill had done when the last live run ended, and how long both had been at work. */
  backfilled: number;
  seconds: number;
  /** Calls that HubSpot answered in this time, as a part of those that it permits, and those that it refused. */
  used: number;
  refused: number;
}

const TEMPLATE = 'Mutual NDA';
const STAGES = { 'document.sent': 'contractsent', 'document.completed': 'closedwon' };
const DOCUMENTS_PER_DEAL = 5;
/** The twin takes its time over each document, as PandaDoc does. */
const AT_ONCE = 32;
const PATIENCE_MS = 600_000;

/** Documents that were signed before anything was switched on. */
export async function makePast(desk: Desk, count: number): Promise<void> {
  await desk.liftLimits();
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      const mine = Math.min(DOCUMENTS_PER_DEAL, left);
      left -= mine;
      const deal = await desk.deal();
      for (let n = 0; n < mine; n += 1) {
        const document = await desk.document(deal, TEMPLATE);
        await desk.act(document, 'send');
        await desk.act(document, 'sign');
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await desk.settled(PATIENCE_MS);
}

/** A backfill over all that is there, and live work beside it. It is stopped when the last live run has ended. */
export async function backfillBesideLive(desk: Desk, load: Load): Promise<Measured> {
  const drafts = await makeDrafts(desk, load.live);
  await desk.switchOn('change-deal-stage', { pipeline: 'default', stages: STAGES });
  await desk.control('PATCH', '/pandadoc/settings', { rate_limits: {} });
  await desk.control('PATCH', '/hubspot/settings', { rate_per_10s: load.hubspotPer10s });
  const backfill = await startBackfill(desk);
  await eventually(async () => {
    if ((await progressOf(desk, backfill)) < 2) throw new Error('The backfill has not begun');
  }, PATIENCE_MS);

  const [began, before] = [performance.now(), await progressOf(desk, backfill)];
  const calls = new CallCount(desk);
  await calls.look();
  const start = { ...calls.answered };
  for (const draft of drafts) {
    await desk.act(draft, 'send');
    await Promise.all([pause(load.liveEveryMs), calls.look()]);
  }
  const liveDelays = await eventually(() => delaysOf(desk, drafts), PATIENCE_MS);
  const backfilled = (await progressOf(desk, backfill)) - before;
  await calls.look();
  const seconds = (performance.now() - began) / 1_000;
  await desk.api('POST', `/api/backfills/${backfill}/stop`);
  const [good, refused] = [calls.answered.good - start.good, calls.answered.refused - start.refused];
  const used = good / ((load.hubspotPer10s * seconds) / 10);
  return { liveDelays, backfilled, seconds, used, refused };
}

export const percentile95 = (sorted: readonly number[]): number => sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;

async function makeDrafts(desk: Desk, count: number): Promise<string[]> {
  const drafts: string[] = [];
  for (let n = 0; n < count; n += 1) drafts.push(await desk.document(await desk.deal(), TEMPLATE));
  await desk.settled(PATIENCE_MS);
  return drafts;
}

async function startBackfill(desk: Desk): Promise<string> {
  const statuses = ['document.completed'];
  const selection = {
    template_ids: [await desk.templateNamed(TEMPLATE)],
    statuses,
    changed_from: null,
    changed_to: null,
  };
  const { body } = await desk.api('POST', '/api/backfills', { recipes: ['change-deal-stage'], selection });
  const id = String(body.id);
  await eventually(async () => {
    const { body: shown } = await desk.api('GET', `/api/backfills/${id}`);
    if (shown.status !== 'ready') throw new Error(`The backfill is ${shown.status}`);
  }, PATIENCE_MS);
  await desk.api('POST', `/api/backfills/${id}/start`);
  return id;
}

async function progressOf(desk: Desk, id: string): Promise<number> {
  const { body } = await desk.api('GET', `/api/backfills/${id}`);
  return Number(body.runs.succeeded);
}

/** Throws until each of the documents has had its run. */
async function delaysOf(desk: Desk, documents: readonly string[]): Promise<number[]> {
  const rows = await desk.app.dataSource.query<{ delay: number }[]>(
    `select (extract(epoch from (run.finished_at - e.received_at)) * 1000)::float8 as delay
     from run join event e on e.id = run.event_id
     where run.document_id = any($1) and e.backfill_id is null and run.finished_at is not null`,
    [documents],
  );
  if (rows.length < documents.length) throw new Error(`${rows.length} of ${documents.length} live runs have ended`);
  return rows.map(({ delay }) => delay).sort((a, b) => a - b);
}

/** The twin forgets old calls, so they are counted while they are there. */
class CallCount {
  readonly answered = { good: 0, refused: 0 };
  private last = 0;

  constructor(private readonly desk: Desk) {}

  async look(): Promise<void> {
    const { requests } = await this.desk.control('GET', '/requests?api=hubspot');
    for (const { id, status } of requests as { id: number; status: number | null }[]) {
      if (id <= this.last) continue;
      this.answered[status === 429 ? 'refused' : 'good'] += 1;
    }
    this.last = Math.max(this.last, ...requests.map(({ id }: { id: number }) => id));
  }
}
