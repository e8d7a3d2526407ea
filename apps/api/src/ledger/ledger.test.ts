import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Change } from '@tandem/connectors';
import { v7 as uuid } from 'uuid';
import { freshDataSource, type FreshDataSource } from '../testing/fresh-database.js';
import { sql } from '../database/sql.js';
import { JointStatement, Writes } from '../database/writes.js';
import { isOwnWrite, Ledger, SAID_AND_WRITTEN, type EffectSource, type SaidAndWritten } from './ledger.js';

describe('The ledger', () => {
  const ledger = new Ledger();
  let database: FreshDataSource;
  let source: EffectSource;

  beforeAll(async () => {
    database = await freshDataSource();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    source = { runId: await aRun(), path: 'move', dealId: '41', documentId: 'doc' };
  });

  const tx = () => database.dataSource.manager;
  const rows = () =>
    tx().query(`select target_id, property, before, after, status from effect where run_id = $1 order by seq`, [
      source.runId,
    ]);

  async function aRun(): Promise<string> {
    const [connection, recipe, event, run] = [uuid(), uuid(), uuid(), uuid()];
    await tx().query(
      `insert into connection (id, connector, name, base_url, credentials, status) values ($1, $2, '', '', '', 'connected')`,
      [connection, connection],
    );
    await tx().query(`insert into recipe (id, key, draft) values ($1, $2, '{}')`, [recipe, recipe]);
    await tx().query(
      `insert into event (id, connection_id, connector, trigger, identity, subject_type, subject_id, complete, occurred_at, data, lane)
       values ($1, $2, '', '', '', 'deal', '', true, now(), '{}', '')`,
      [event, connection],
    );
    await tx().query(
      `insert into run (id, event_id, recipe_id, recipe_version, lane, status, occurred_at)
       values ($1, $2, $3, 1, '', 'running', now())`,
      [run, event, recipe],
    );
    return run;
  }

  const stage = (before: string, after: string): Change => ({
    target: { connector: 'hubspot', type: 'deal', id: '41', label: 'Acme' },
    operation: 'update',
    property: 'dealstage',
    before,
    after,
  });
  const amount: Change = { ...stage('1', '2'), property: 'amount' };

  const joint = new JointStatement({ fence: `select ($1::jsonb)::int as w`, answers: '1 as done' });
  const write = (parts: (writes: Writes) => void): Promise<unknown> => {
    const writes = new Writes();
    parts(writes);
    const { statement, parameters } = joint.with(0, [writes]);
    return tx().query(statement, parameters);
  };
  const plan = async (changes: Change[]): Promise<void> => {
    await ledger.takeAsMade(tx(), source, changes);
    await write((writes) => {
      ledger.plan(writes, source, changes, { isAgain: true });
    });
  };
  const apply = (changes: Change[], asPlanned = false): Promise<unknown> =>
    write((writes) => {
      ledger.apply(writes, source, changes, { asPlanned });
    });

  it('holds what is planned, and then what was made', async () => {
    await plan([stage('a', 'b')]);
    expect(await rows()).toMatchObject([{ property: 'dealstage', before: 'a', after: 'b', status: 'planned' }]);
    await apply([stage('a', 'b')]);
    expect(await rows()).toMatchObject([{ property: 'dealstage', status: 'applied' }]);
  });

  it('lets what was made as it was planned stand, and what was made otherwise in its place', async () => {
    await plan([stage('a', 'b'), amount]);
    await apply([stage('a', 'b'), amount], true);
    expect(await rows()).toMatchObject([
      { property: 'dealstage', after: 'b', status: 'applied' },
      { property: 'amount', after: '2', status: 'applied' },
    ]);
    source.path = 'again';
    await plan([amount]);
    await apply([{ ...amount, after: '3' }]);
    expect((await rows()).slice(2)).toMatchObject([{ property: 'amount', after: '3', status: 'applied' }]);
  });

  it('keeps a change as made that a second plan no longer holds: its answer was lost', async () => {
    await plan([stage('a', 'b'), amount]);
    await plan([amount]);
    await apply([amount]);
    expect(await rows()).toMatchObject([
      { property: 'dealstage', status: 'applied' },
      { property: 'amount', status: 'applied' },
    ]);
  });

  it('forgets what a refused step had planned', async () => {
    await plan([stage('a', 'b')]);
    await ledger.forgetPlanned(tx(), source);
    expect(await rows()).toEqual([]);
  });

  describe('tells an echo', () => {
    const said = (property: string, after: string | boolean, type = 'deal', id = '41') => [
      { type, id, property, after },
    ];
    const isOwn = async (changes: ReturnType<typeof said>): Promise<boolean> => {
      const [event] = await sql<{ said: SaidAndWritten[] | null }>(
        tx(),
        `select ${SAID_AND_WRITTEN} as said from (select 'hubspot' as connector, $1::jsonb as changes) e`,
        [JSON.stringify(changes)],
      );
      return isOwnWrite(event!.said);
    };

    it('of a property that it wrote last', async () => {
      await apply([stage('a', 'b')]);
      expect(await isOwn(said('dealstage', 'b'))).toBe(true);
      expect(await isOwn(said('dealstage', 'c'))).toBe(false);
      expect(await isOwn([...said('dealstage', 'b'), ...said('dealname', 'x')])).toBe(false);
    });

    it('of a number that the remote spells in its own way', async () => {
      await apply([amount]);
      expect(await isOwn(said('amount', '2.000'))).toBe(true);
    });

    it('of things that it created or deleted', async () => {
      const item = { connector: 'hubspot', type: 'line_item', id: '7' };
      await apply([
        { target: item, operation: 'create', property: null, before: null, after: { name: 'Desk', quantity: '2' } },
        { target: { ...item, id: '8' }, operation: 'delete', property: null, before: { name: 'Lamp' }, after: null },
      ]);
      expect(await isOwn(said('name', 'Desk', 'line_item', '7'))).toBe(true);
      expect(await isOwn(said('name', 'Table', 'line_item', '7'))).toBe(false);
      expect(await isOwn(said('archived', true, 'line_item', '8'))).toBe(true);
    });

    it('never of something that it did not write', async () => {
      expect(await isOwn(said('closedate', '2027-01-01'))).toBe(false);
    });
  });
});
