import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Installation } from './installation.js';
import { ManyDeals } from './many-deals.js';
import { describeScaleOut } from './scale-out.js';

/** What a version to come may do to the tables that everybody works on, while this version works on them. */
const OF_TOMORROW = `
  ${['event', 'run', 'run_scope', 'step', 'attempt', 'effect', 'lane', 'connection', 'recipe', 'automation', 'subject']
    .map((table) => `alter table ${table} add column of_tomorrow text, add column counted integer not null default 0;`)
    .join('\n')}
  create table of_tomorrow (id uuid primary key);
  create index run_of_tomorrow on run (of_tomorrow) where of_tomorrow is not null;
  insert into migration (timestamp, name) values (9900000000000, 'expand-of-tomorrow9900000000000');`;

describeScaleOut('An update while the old version works', () => {
  let installation: Installation;

  beforeEach(async () => {
    installation = await Installation.open();
  });
  afterEach(() => installation.close());

  it('adds to the schema, and old processes go on, come and go as if nothing had happened', async () => {
    const [, leaving] = await installation.startAll('api', 'worker');
    await installation.deliverUntilTaken();
    const deals = await ManyDeals.prepare(installation, 3, 2);
    await deals.run(async (round) => {
      if (round === 2) await installation.rows(`begin; set local lock_timeout = '20s'; ${OF_TOMORROW} commit`);
      if (round === 3) await installation.startAll('api', 'worker');
      if (round === 4) expect(await leaving!.end('SIGTERM')).toBe(0);
    });
    await installation.settled();
    expect(await deals.pictures()).toEqual(deals.deals.map(() => deals.expected));
    const path = `/api/runs?deal=${deals.deals[0]}`;
    expect((await installation.desk.api('GET', path)).body.items).not.toEqual([]);
    expect(await installation.rows(`select error from attempt where error ->> 'class' <> 'transient'`)).toEqual([]);
    const said = installation.processes.flatMap(({ lines }) => lines);
    expect(said.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  }, 300_000);
});
