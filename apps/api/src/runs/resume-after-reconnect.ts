import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { Connections, type OnConnectionResumed } from '../connections/connections.js';
import { sql } from '../database/sql.js';
import { Lanes } from '../queue/lanes.js';
import { LaneWaker } from '../queue/lane-waker.js';

/** When a connection works again, everything that waited for it goes on. */
@Injectable()
export class ResumeAfterReconnect implements OnModuleInit, OnConnectionResumed {
  constructor(
    private readonly dataSource: DataSource,
    private readonly connections: Connections,
    private readonly lanes: Lanes,
    private readonly waker: LaneWaker,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.connections.whenResumed(this);
  }

  async connectionResumed(): Promise<void> {
    const lanes = await this.dataSource.transaction(async (tx) => {
      const runs = await sql<{ lane: string }>(
        tx,
        `update run set status = 'queued', due_at = null, waits_for = null, reason = null
         where status = 'waiting' and waits_for ->> 'kind' = 'connection' returning lane`,
      );
      const events = await sql<{ lane: string }>(
        tx,
        `update event set due_at = null where status = 'received' and due_at is not null returning lane`,
      );
      const keys = [...new Set([...runs, ...events].map((row) => row.lane))].sort();
      for (const key of keys) await this.lanes.markDue(tx, key, this.clock.now());
      return keys;
    });
    for (const lane of lanes) this.waker.wake(lane);
  }
}
