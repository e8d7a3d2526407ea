import { Injectable } from '@nestjs/common';
import type { Json } from '@tandem/recipes';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock/clock.js';

export interface Deed {
  action: string;
  subject: string;
  /** Without secrets. null: there was nothing. */
  before: Json;
  /** Without secrets. null: there is nothing any more. */
  after: Json;
}

/** Writes down what people change, in the transaction that changes it. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  async record(tx: EntityManager, deed: Deed): Promise<void> {
    await this.recordAll(tx, [deed]);
  }

  /** Deeds of one moment, in their order. */
  async recordAll(tx: EntityManager, deeds: readonly Deed[]): Promise<void> {
    if (deeds.length === 0) return;
    await tx.query(
      `insert into audit (id, at, action, subject, before, after)
       select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[])`,
      [
        deeds.map(() => uuid()),
        deeds.map(() => this.clock.now()),
        deeds.map(({ action }) => action),
        deeds.map(({ subject }) => subject),
        deeds.map(({ before }) => JSON.stringify(before)),
        deeds.map(({ after }) => JSON.stringify(after)),
      ],
    );
  }
}
