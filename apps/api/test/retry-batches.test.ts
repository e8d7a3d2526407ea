import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../src/testing/eventually.js';
import { Desk } from './desk.js';

const STAGES = { pipeline: 'default', stages: { 'document.sent': 'contractsent', 'document.completed': 'closedwon' } };

describe('Retrying many runs', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  /** Documents that were sent while HubSpot refused to be written to for a reason that does not pass by itself. */
  async function failures(count: number): Promise<{ deal: string; document: string }[]> {
    await desk.switchOn('change-deal-stage', STAGES);
    const made = [];
    while (made.length < count) {
      const deal = await desk.deal();
      made.push({ deal, document: await desk.document(deal, 'Mutual NDA') });
    }
    await desk.settled();
    await desk.control('POST', '/faults', { api: 'hubspot', method: 'PATCH', effect: { kind: 'preset', name: '403' } });
    for (const { document } of made) await desk.act(document, 'send');
    await desk.settled();
    await desk.control('DELETE', '/faults');
    return made;
  }

  const groupOf = async (document: string): Promise<string> => (await desk.runs(document))[0].failure_group;
  const preview = async (wish: object) => (await desk.api('POST', '/api/retry-batches/preview', wish)).body;
  const start = (wish: object) => desk.api('POST', '/api/retry-batches', wish);
  const stageOf = async (deal: string) => (await desk.dealProperties(deal, 'dealstage')).dealstage;
  const finished = (id: string) =>
    eventually(async () => {
      const { body } = await desk.api('GET', `/api/retry-batches/${id}`);
      expect(body.status).toBe('finished');
      return body;
    }, 30_000);

  it('goes on from the failed step with a whole group, after showing which runs that are', async () => {
    const made = await failures(3);
    const group = await groupOf(made[0]!.document);
    const wish = { mode: 'resume', filter: { group } };
    const shown = await preview(wish);
    expect(shown).toMatchObject({ left_out: [], is_complete: true });
    expect(shown.run_ids).toHaveLength(3);
    expect(shown.sample.map((run: { document: { id: string } }) => run.document.id)).toEqual(
      made.map(({ document }) => document),
    );

    const { status, body: batch } = await start({ mode: 'resume', run_ids: shown.run_ids });
    expect([status, batch]).toMatchObject([202, { total: 3, mode: 'resume' }]);
    expect(await finished(batch.id)).toMatchObject({ succeeded: 3, pending: 0, open: 0, failed: 0, refused: 0 });
    for (const { deal } of made) expect(await stageOf(deal)).toBe('contractsent');
    expect((await preview(wish)).run_ids).toEqual([]);
    expect((await start(wish)).status).toBe(409);
    expect((await desk.api('GET', '/api/retry-batches')).body.items[0].id).toBe(batch.id);
  });

  it('starts again from the beginning, on the latest version and settings, once', async () => {
    const [one] = await failures(1);
    const [run] = await desk.runs(one!.document);
    const { body: batch } = await start({ mode: 'restart', run_ids: [run.id] });
    expect(await finished(batch.id)).toMatchObject({ succeeded: 1 });
    expect(await desk.runs(one!.document)).toMatchObject([{ status: 'failed' }, { retry_of: run.id }]);
    expect(await preview({ mode: 'restart', run_ids: [run.id] })).toMatchObject({
      run_ids: [],
      left_out: [{ reason: 'retried', count: 1 }],
    });
  });

  it('leaves a run alone whose document has moved on since: the deal would be moved back', async () => {
    const [one] = await failures(1);
    await desk.act(one!.document, 'sign');
    await desk.settled();
    expect(await stageOf(one!.deal)).toBe('closedwon');
    const [run] = await desk.runs(one!.document);
    expect(await preview({ mode: 'resume', run_ids: [run.id] })).toMatchObject({
      run_ids: [],
      left_out: [{ reason: 'superseded', count: 1 }],
    });
  });

  it('counts what fails again, and says why a run was not taken up', async () => {
    const [still, off] = await failures(2);
    const [refused] = await desk.runs(off!.document);
    const template = await desk.templateNamed('Mutual NDA');
    await desk.control('POST', '/faults', { api: 'hubspot', method: 'PATCH', effect: { kind: 'preset', name: '403' } });
    const again = await start({ mode: 'resume', run_ids: [(await desk.runs(still!.document))[0].id] });
    expect(await finished(again.body.id)).toMatchObject({ failed: 1, succeeded: 0 });
    await desk.control('DELETE', '/faults');

    const answer = await desk.api('PUT', '/api/automations', {
      ...{ recipe: 'change-deal-stage', template_id: template, enabled: false, settings: STAGES },
    });
    expect(answer.status).toBeLessThan(300);
    const { body: batch } = await start({ mode: 'restart', run_ids: [refused.id] });
    expect(await finished(batch.id)).toMatchObject({
      refused: 1,
      refusals: [{ count: 1, message: expect.stringContaining('switched off') }],
    });
  });

  it('takes up nothing more once it is stopped', async () => {
    const ids = await failedRuns(400);
    const { body: batch } = await start({ mode: 'resume', run_ids: ids });
    const stopped = await desk.api('POST', `/api/retry-batches/${batch.id}/stop`);
    expect(stopped).toMatchObject({ status: 200, body: { status: 'stopped', total: 400 } });
    expect(stopped.body.pending).toBeGreaterThan(0);
    await desk.settled();
    const { body } = await desk.api('GET', `/api/retry-batches/${batch.id}`);
    expect(body).toMatchObject({ status: 'stopped', open: 0 });
    expect(body.pending).toBeGreaterThanOrEqual(stopped.body.pending - 1); // one may have been on its way
  });

  /** Copies of a failed run in lanes of their own: making so many with documents would take minutes. */
  async function failedRuns(count: number): Promise<string[]> {
    const [like] = await desk.app.dataSource.query(`select id from run where status = 'failed' limit 1`);
    const rows = await desk.app.dataSource.query(
      `with copy as (
         insert into run (id, event_id, recipe_id, recipe_version, lane, status, error, occurred_at)
         select overlay(id::text placing lpad(to_hex(n), 12, '0') from 25)::uuid, event_id, recipe_id, recipe_version,
           'copy:' || n, 'failed', error, occurred_at
         from run, generate_series(1, $2::int) n where id = $1 returning id)
       insert into run_scope (run_id, scope) select copy.id, scope from copy, run_scope where run_id = $1
       returning run_id as id`,
      [like.id, count],
    );
    return rows.map(({ id }: { id: string }) => id);
  }

  it.each([
    { mode: 'resume' },
    { mode: 'resume', run_ids: [] },
    { mode: 'resume', run_ids: ['018f0000-0000-7000-8000-000000000001'], filter: {} },
    { mode: 'again', filter: {} },
  ])('refuses what it does not understand: %j', async (wish) => {
    expect((await start(wish)).status).toBe(400);
  });
});
