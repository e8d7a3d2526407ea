import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { prepared } from '../database/prepared.js';
import { sqlOne } from '../database/sql.js';
import type { OpenEvent, OpenRun } from './next-in-lane.js';

/** What is open in a lane, in the order of what happened. */
export interface OpenInLane {
  /** How often work had been marked in the lane when this was read. */
  marks: string;
  /** The first of the events that are not matched. */
  events: OpenEvent[];
  runs: OpenRun[];
}

/** JSON holds instants as text. */
type InJson<Row extends { due_at: Date | null }> = Omit<Row, 'due_at'> & { due_at: string | null };

const OPEN = prepared(`
  select lane.marks,
    array(select jsonb_build_object('id', id, 'due_at', due_at) from event
      where lane = $1 and status = 'received' order by occurred_at, seq limit 1) as events,
    array(select jsonb_build_object('id', r.id, 'status', r.status, 'due_at', r.due_at, 'waits_for', r.waits_for)
      from run r join recipe on recipe.id = r.recipe_id
      where r.lane = $1 and r.status in ('queued', 'running', 'waiting')
      order by r.occurred_at, recipe.position, r.seq) as runs
  from lane where key = $1`);

/** Looks into a lane, in one statement, so that marks, events and runs are of the same instant. */
@Injectable()
export class OpenWork {
  constructor(private readonly dataSource: DataSource) {}

  async of(lane: string): Promise<OpenInLane> {
    const row = await sqlOne<{ marks: string; events: InJson<OpenEvent>[]; runs: InJson<OpenRun>[] }>(
      this.dataSource.manager,
      OPEN,
      [lane],
    );
    if (!row) throw new Error(`Lane ${lane} went away while it was held`);
    return { marks: row.marks, events: row.events.map(withInstant), runs: row.runs.map(withInstant) };
  }
}

/** Only such a run can be resumed by an event. */
export const waitsForEvent = ({ waits_for }: OpenRun): boolean => waits_for?.kind === 'event';

const withInstant = <Row extends { due_at: string | null }>(
  row: Row,
): Omit<Row, 'due_at'> & { due_at: Date | null } => ({
  ...row,
  due_at: row.due_at === null ? null : new Date(row.due_at),
});
