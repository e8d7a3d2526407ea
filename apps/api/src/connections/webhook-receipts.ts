import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { jsonb } from '../database/jsonb.js';
import { sql } from '../database/sql.js';
import { messageOf } from './message-of.js';

/** `no_secret`: nothing is stored that the signature could be checked with. */
export type WebhookVerdict = 'accepted' | 'bad_signature' | 'bad_body' | 'no_secret';

export interface WebhookReceipt {
  verdict: WebhookVerdict;
  count: number;
  last_at: Date;
}

const WRITE_EVERY_MS = 1_000;

/** What became of the webhooks that were delivered, for people to see. Counted in memory and written now and then. */
@Injectable()
export class WebhookReceipts implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Webhooks');
  private counted = new Map<string, { connectionId: string; verdict: WebhookVerdict; count: number; at: Date }>();
  private timer: NodeJS.Timeout | undefined;
  private writing = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Costs a delivery nothing. */
  note(connectionId: string, verdict: WebhookVerdict): void {
    const key = `${connectionId} ${verdict}`;
    const count = (this.counted.get(key)?.count ?? 0) + 1;
    this.counted.set(key, { connectionId, verdict, count, at: this.clock.now() });
    this.timer ??= setTimeout(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  /** By verdict, with what this process has counted by now. */
  async of(connectionId: string): Promise<WebhookReceipt[]> {
    await this.write();
    return sql(
      this.dataSource.manager,
      'select verdict, count::int, last_at from webhook_receipt where connection_id = $1',
      [connectionId],
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write();
  }

  private write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.writeCounted());
    return this.writing;
  }

  /** A count that is lost is no harm; a delivery that failed for it would be. */
  private async writeCounted(): Promise<void> {
    const counted = [...this.counted.values()];
    this.counted = new Map();
    if (counted.length === 0) return;
    try {
      await this.dataSource.query(ADD, [
        jsonb(
          counted.map(({ connectionId: connection_id, at: last_at, ...rest }) => ({ connection_id, last_at, ...rest })),
        ),
      ]);
    } catch (error) {
      this.logger.warn(`Receipts of webhooks are not counted: ${messageOf(error)}`);
    }
  }
}

/** Rows are locked in one order by all processes; a connection that was removed meanwhile is passed over. */
const ADD = `insert into webhook_receipt as known (connection_id, verdict, count, last_at)
  select r.connection_id, r.verdict, r.count, r.last_at
  from jsonb_to_recordset($1::jsonb) as r (connection_id uuid, verdict text, count bigint, last_at timestamptz)
  join connection c on c.id = r.connection_id
  order by r.connection_id, r.verdict
  on conflict (connection_id, verdict) do update
    set count = known.count + excluded.count, last_at = greatest(known.last_at, excluded.last_at)`;
