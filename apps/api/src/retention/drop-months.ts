import type { QueryRunner } from 'typeorm';
import { PARTITIONED, attachStatement, type Partition, type PartitionedTable } from '../database/partitions.js';
import { sql, sqlOne } from '../database/sql.js';
import { ORDER, neededBy } from './what-is-over.js';

interface Detached {
  table: PartitionedTable;
  name: string;
  /** The condition on its ids that detaching leaves behind. */
  bounds: string | null;
}

/**
 * Takes months out of their tables and drops them. Each step can be broken off and is then found and gone on with:
 * a month is attached, being detached, detached, or gone. `runner` holds one connection, outside of a transaction.
 */
export class DropMonths {
  constructor(private readonly runner: QueryRunner) {}

  /** True while a run that is not over, or an event that may still start one, needs the month. */
  async isNeeded(month: Partition): Promise<boolean> {
    const { from, to } = neededBy(month);
    const open = await sqlOne(
      this.runner.manager,
      `select 1 from run where id >= $1 and id < $2 and status in ('queued', 'running', 'waiting')
       union all select 1 from event where id >= $1 and id < $2 limit 1`,
      [from, to],
    );
    return open !== undefined;
  }

  /** Waits for the transactions that use the table without holding anything that they or others would wait for. */
  async detach({ table, name }: Partition): Promise<void> {
    await this.withinSeconds(2, `alter table ${table} detach partition ${name} concurrently`);
  }

  /** Ends what a process that died, or that waited too long, had begun. */
  async finishDetaching(): Promise<void> {
    const pending = await sql<{ table: PartitionedTable; name: string }>(
      this.runner.manager,
      `select p.relname as table, c.relname as name
       from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
       where i.inhdetachpending and p.relname = any($1)`,
      [PARTITIONED],
    );
    for (const { table, name } of pending) {
      await this.withinSeconds(2, `alter table ${table} detach partition ${name} finalize`);
    }
  }

  /** A month whose run was taken up again in the moment of detaching goes back into its table. */
  async dropDetached(): Promise<string[]> {
    const dropped: string[] = [];
    for (const detached of await this.detached()) {
      const month = monthOf(detached);
      if (month && (await this.isNeededDetached(month))) {
        await this.withinSeconds(2, attachStatement(month));
        continue;
      }
      await this.withinSeconds(2, `drop table ${detached.name}`);
      dropped.push(detached.name);
    }
    return dropped;
  }

  private async isNeededDetached(month: Partition): Promise<boolean> {
    if (await this.isNeeded(month)) return true;
    if (month.table !== 'run') return false;
    const open = await sqlOne(
      this.runner.manager,
      `select 1 from ${month.name} where status in ('queued', 'running', 'waiting') limit 1`,
    );
    return open !== undefined;
  }

  /** Tables that are named like a month of ours and belong to no table any more. */
  private async detached(): Promise<Detached[]> {
    const rows = await sql<Detached>(
      this.runner.manager,
      `select substring(c.relname from '^(.+)_\\d{4}_\\d{2}$') as table, c.relname as name,
         (select pg_get_constraintdef(oid) from pg_constraint where conrelid = c.oid and contype = 'c'
            and pg_get_constraintdef(oid) ~ '::uuid' limit 1) as bounds
       from pg_class c
       where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and not c.relispartition
         and substring(c.relname from '^(.+)_\\d{4}_\\d{2}$') = any($1)`,
      [PARTITIONED],
    );
    return rows.sort((a, b) => ORDER.indexOf(a.table) - ORDER.indexOf(b.table));
  }

  /** Whoever cannot have the lock soon lets everybody else go first, and tries again later. */
  private async withinSeconds(seconds: number, statement: string): Promise<void> {
    await this.runner.query(`set lock_timeout = '${seconds}s'`);
    try {
      await this.runner.query(statement);
    } finally {
      await this.runner.query('reset lock_timeout');
    }
  }
}

/** Undefined when the bounds are gone: then it was never detached by us, only made and not yet attached. */
function monthOf({ table, name, bounds }: Detached): Partition | undefined {
  const from = /(?:id|run_id) >= '([0-9a-f-]{36})'::uuid/.exec(bounds ?? '')?.[1];
  const to = /(?:id|run_id) < '([0-9a-f-]{36})'::uuid/.exec(bounds ?? '')?.[1];
  return to === undefined ? undefined : { table, name, from, to };
}
