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
    await tx.query(`insert into audit (id, at, action, subject, before, after) values ($1, $2, $3, $4, $5, $6)`, [
      uuid(),
      this.clock.now(),
      deed.action,
      deed.subject,
      JSON.stringify(deed.before),
      JSON.stringify(deed.after),
    ]);
  }
}
