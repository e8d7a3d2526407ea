import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { plannedOnce } from '../database/prepared.js';
import { SET_UP_REVISION, SetUpRevision } from '../database/set-up-revision.js';
import { sql, sqlOne } from '../database/sql.js';
import { Together } from '../database/together.js';
import type { EventRow } from '../ingest/event-row.js';
import { isOwnWrite, SAID_AND_WRITTEN, type SaidAndWritten } from '../ledger/ledger.js';
import { claim, LEASE_SECONDS, type Lease } from '../queue/lanes.js';
import { momentNow } from '../queue/moment.js';
import type { OpenRun } from './next-in-lane.js';
import type { RunRow } from './run-row.js';

/** What is open in a lane, in the order of what happened. */
export interface OpenInLane {
  /** How often work had been marked in the lane when this was read. */
  marks: string;
  /** The first of the events that are not matched. */
  event: EventRow | undefined;
  /** It only reports what Tandem wrote itself. */
  isEcho: boolean;
  hasMoreEvents: boolean;
  runs: (OpenRun & { row?: RunRow })[];
}

/** JSON holds instants as text. */
type InJson<Row extends { due_at: Date | null }> = Omit<Row, 'due_at'> & { due_at: string | null };

interface LookedAround {
  marks: string;
  set_up: string;
  said: SaidAndWritten[] | null;
  has_more_events: boolean;
  runs: InJson<OpenRun>[];
}

type Looked = LookedAround & (EventRow | { id: null });

const EVENT = `e.id, e.seq, e.connection_id, e.connector, e.trigger, e.identity, e.subject_type, e.subject_id,
  e.subject_label, e.deal_id, e.template_id, e.complete, e.occurred_at, e.received_at, e.data, e.changes, e.recipe_id,
  e.backfill_id, e.found_by, e.state, e.lane, e.status, e.reason, e.attempts, e.due_at, e.matched_at`;

const OPEN = `
  l.marks, ${SET_UP_REVISION} as set_up, ${EVENT}, ${SAID_AND_WRITTEN} as said,
  exists (select 1 from event where lane = l.key and status = 'received' offset 1) as has_more_events,
  array(select jsonb_build_object('id', r.id, 'status', r.status, 'due_at', r.due_at, 'waits_for', r.waits_for)
    from run r join recipe on recipe.id = r.recipe_id
    where r.lane = l.key and r.status in ('queued', 'running', 'waiting')
    order by r.occurred_at, recipe.position, r.seq) as runs`;

const IN_LANE = `lane l left join lateral (
    select * from event where lane = l.key and status = 'received' order by occurred_at, seq limit 1
  ) e on true`;

const LOOK = plannedOnce(`select ${OPEN} from ${IN_LANE} where l.key = $1`);

/**
 * Takes lanes and looks into them. The look is as old as the statement's beginning: whoever held a lane then, or took it
 * before this did, may have written since, so it counts only when the lane was free then and the token is the next one.
 * A wake-up for work that was done meanwhile takes nothing.
 */
const CLAIM_AND_LOOK = plannedOnce(`
  with claimed as (${claim('due_at is not null')})
  select l.key as lane_key, claimed.token, l.lease_until is null and l.token + 1 = claimed.token as is_whole, ${OPEN}
  from claimed, ${IN_LANE} where l.key = claimed.key`);

/** A lane that was taken, with what is open in it; that is left out where it has to be looked for again. */
export interface Claimed {
  lease: Lease;
  open: OpenInLane | undefined;
}

/** Looks into a lane, in one statement, so that marks, events and runs are of the same instant. */
@Injectable()
export class OpenWork {
  private readonly owner = randomUUID();
  private readonly claims = new Together((lanes: string[]) => this.claimAll(lanes));

  constructor(
    private readonly dataSource: DataSource,
    private readonly setUp: SetUpRevision,
  ) {}

  async of(lane: string): Promise<OpenInLane> {
    const row = await sqlOne<Looked>(this.dataSource.manager, LOOK, [lane]);
    if (!row) throw new Error(`Lane ${lane} went away while it was held`);
    return this.openIn(row);
  }

  /** As Lanes.claim, for a lane with work, in one statement with the others that are claimed at the same time. */
  claim(lane: string): Promise<Claimed | undefined> {
    return this.claims.add(lane);
  }

  private async claimAll(lanes: string[]): Promise<(Claimed | undefined)[]> {
    const confirmed = momentNow();
    const rows = await sql<Looked & { lane_key: string; token: string; is_whole: boolean }>(
      this.dataSource.manager,
      CLAIM_AND_LOOK,
      [lanes, this.owner, LEASE_SECONDS],
    );
    const claimed = new Map(
      rows.map(({ lane_key: lane, token, is_whole: isWhole, ...looked }): [string, Claimed] => [
        lane,
        { lease: { lane, token, confirmed }, open: isWhole ? this.openIn(looked) : undefined },
      ]),
    );
    return lanes.map((lane) => {
      const own = claimed.get(lane);
      claimed.delete(lane); // whoever wants it twice gets it once
      return own;
    });
  }

  private openIn({ marks, set_up: setUp, said, has_more_events: hasMoreEvents, runs, ...event }: Looked): OpenInLane {
    this.setUp.told(setUp);
    return {
      marks,
      event: event.id === null ? undefined : event,
      isEcho: isOwnWrite(said),
      hasMoreEvents,
      runs: runs.map(withInstant),
    };
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
