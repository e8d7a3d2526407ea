import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { eventually } from '../src/testing/eventually.js';
import { Installation } from './scale-out/installation.js';
import type { ServerProcess } from './scale-out/server-process.js';

const NAME = 'Zebedee Quux';
const EMAIL = 'zebedee@quux.test';
/** Words of ours: none of them can hold an id, a name or an address. */
const LABELS = ['recipe', 'outcome', 'status', 'connector', 'action', 'operations', 'class'];

interface Line {
  level: string;
  message: string;
  lane?: string;
  run_id?: string;
}

/** A run that succeeds, one that the remote refuses, and one that meets an answer which no remote should give. */
describe('Seen from outside, Tandem', () => {
  let installation: Installation;
  let server: ServerProcess;
  let metrics: string;
  let runs: { id: string; deal_id: string; status: string }[];

  beforeAll(async () => {
    installation = await Installation.open();
    server = await installation.start('all');
    await installation.connect();
    const { desk } = installation;
    await desk.switchOn('change-deal-stage', { pipeline: 'default', stages: { 'document.sent': 'contractsent' } });
    await sent();
    await sentTo({
      status: 400,
      body: { status: 'error', category: 'VALIDATION_ERROR', message: `${NAME} is no stage` },
    });
    await sentTo({ status: 200, body: { results: NAME, email: EMAIL } });
    runs = await installation.rows(`select id, deal_id, status from run where status <> 'skipped' order by seq`);
    metrics = await (await fetch(`${server.url}/api/metrics`)).text();
  });
  afterAll(() => installation.close());

  async function sent(): Promise<void> {
    const { desk } = installation;
    const deal = await desk.deal({ dealname: `${NAME} <${EMAIL}>` });
    await desk.act(await desk.document(deal, 'Mutual NDA'), 'send');
    await installation.settled(30_000);
  }

  async function sentTo(answer: { status: number; body: object }): Promise<void> {
    const fault = { api: 'hubspot', method: 'PATCH', path: 'deals', times: 1, effect: { kind: 'answer', ...answer } };
    await installation.desk.control('POST', '/faults', fault);
    await sent();
    await installation.desk.control('DELETE', '/faults');
  }

  const lines = (): Line[] =>
    server.lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Line);
  const value = (series: string): string | undefined =>
    metrics
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length + 1);

  it('tells how deep its queue is, how old its lanes are, what is left of the budget, and what became of runs', () => {
    expect(value('tandem_lanes_due')).toBe('0');
    expect(value('tandem_lanes_held')).toBe('0');
    expect(value('tandem_oldest_due_lane_seconds')).toBe('0');
    expect(value('tandem_events_open')).toBe('0');
    expect(Number(value('tandem_budget_calls_left{connector="hubspot",operations="others"}'))).toBeGreaterThan(0);
    const outcomes = runs.map(({ status }) => status);
    expect(outcomes).toContain('succeeded');
    expect(outcomes).toContain('failed');
    for (const outcome of new Set(outcomes)) {
      const counted = value(`tandem_runs_finished_total{recipe="change-deal-stage",outcome="${outcome}"}`);
      expect(counted).toBe(String(outcomes.filter((one) => one === outcome).length));
    }
  });

  it('has each of its numbers on the page for those who run it', async () => {
    const page = await readFile('docs/deploy.md', 'utf8').catch(() => readFile('../../docs/deploy.md', 'utf8'));
    const written = new Set(page.match(/\btandem_[a-z_]+/g));
    const told = new Set([...metrics.matchAll(/^# HELP (tandem_\w+)/gm)].map(([, name]) => name));
    expect([...written].sort()).toEqual([...told].sort());
  });

  it('writes a line for each run, with its id and its lane', async () => {
    for (const { id, deal_id: deal, status } of runs) {
      const said = { level: 'log', message: `change-deal-stage: ${status}`, lane: `deal:${deal}` };
      await eventually(() => {
        expect(lines().find(({ run_id: about, level }) => about === id && level === 'log')).toMatchObject(said);
      });
    }
  });

  it('says nobody’s name or address, in no line and in no number', () => {
    const all = [...server.lines, metrics].join('\n');
    expect(all).not.toMatch(/zebedee|quux/i);
    expect(all).not.toMatch(/[\w.]+@[\w.]+\.\w/);
    const ours = metrics.split('\n').filter((line) => line.startsWith('tandem_'));
    const labels = ours.flatMap((line) => [...line.matchAll(/[{,](\w+)="/g)].map(([, label]) => label));
    expect(LABELS).toEqual(expect.arrayContaining([...new Set(labels)]));
  });
});
