import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { makePartitions, partitionsOf } from '../database/partitions.js';
import { sql } from '../database/sql.js';
import { DropMonths } from './drop-months.js';
import { forgetSubjects } from './forget-subjects.js';
import { ORDER, isOver, ledgerEnd, payloadsEnd, type Lifetimes } from './what-is-over.js';

/** Any number will do, as long as every process of ours asks for the same one. */
const LOCK = 7_264_333_602;
const EVENTS_AT_A_TIME = 2_000;

/** Makes the months to come, and lets go of what is older than it is to be kept. */
@Injectable()
export class Retention {
  private readonly logger = new Logger('Retention');
  private readonly kept: Lifetimes;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.kept = { payloads: config.keepPayloadsDays, ledger: config.keepLedgerDays };
  }

  /**
   * Does what is to be done now; nothing while another process is at it. What it could not lock in two seconds, or
   * left unfinished because it was killed, is done the next time. Answers the months that were dropped.
   */
  async tidy(): Promise<string[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const [{ mine }] = (await runner.query('select pg_try_advisory_lock($1) as mine', [LOCK])) as [{ mine: boolean }];
      if (!mine) return [];
      try {
        return await this.tidyAlone(runner);
      } finally {
        await runner.query('select pg_advisory_unlock($1)', [LOCK]);
      }
    } finally {
      await runner.release();
    }
  }

  private async tidyAlone(runner: QueryRunner): Promise<string[]> {
    const now = this.clock.now();
    await makePartitions(this.dataSource, now);
    await this.deleteEvents(payloadsEnd(this.kept, now));
    const months = new DropMonths(runner);
    await months.finishDetaching();
    for (const table of ORDER) {
      for (const month of await partitionsOf(runner.manager, table)) {
        if (isOver(month, this.kept, now) && !(await months.isNeeded(month))) await months.detach(month);
      }
    }
    const dropped = await months.dropDetached();
    if (dropped.length > 0) this.logger.log(`Dropped ${dropped.join(', ')}`);
    if (dropped.some((name) => name.startsWith('run_2')))
      await forgetSubjects(runner.manager, ledgerEnd(this.kept, now));
    return dropped;
  }

  /** A few at a time: each commit holds only rows that nobody else wants. Open events are kept, however old. */
  private async deleteEvents(before: string): Promise<void> {
    let deleted = EVENTS_AT_A_TIME;
    while (deleted === EVENTS_AT_A_TIME) {
      const rows = await sql(
        this.dataSource.manager,
        `delete from event where id in (
           select id from event where id < $1 and status <> 'received' order by id limit $2) returning id`,
        [before, EVENTS_AT_A_TIME],
      );
      deleted = rows.length;
    }
  }
}
