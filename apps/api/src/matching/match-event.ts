import { Injectable } from '@nestjs/common';
import type { IncomingEvent } from '@tandem/connectors';
import { evaluateCondition, type JsonObject } from '@tandem/recipes';
import { Automations, type MatchedAutomation } from '../automations/automations.js';
import { Clock } from '../clock/clock.js';
import { jsonb, storableText } from '../database/jsonb.js';
import { KeptOfSetUp, SetUpRevision } from '../database/set-up-revision.js';
import type { WritePart, Writes } from '../database/writes.js';
import { toIncomingEvent, type EventRow } from '../ingest/event-row.js';
import { laneOf } from '../ingest/lane-of.js';
import { HEARD_OF, type KnownSubject } from '../ledger/subjects.js';
import { Lanes, type Lease } from '../queue/lanes.js';
import { LaneWaker } from '../queue/lane-waker.js';
import { FindSubjects, type Subject } from './find-subjects.js';
import { runIdOf } from './run-id.js';
import { SKIP_SENTENCES, skipReasonOf } from './skip-reason.js';

interface Match {
  subject: Subject;
  automation: MatchedAutomation;
}

/** One event in; the runs that it starts out, in the order of the recipes. Writes rows only, in one commit. */
@Injectable()
export class MatchEvent {
  private readonly enabled: KeptOfSetUp<MatchedAutomation[]>;

  constructor(
    setUp: SetUpRevision,
    private readonly automations: Automations,
    private readonly findSubjects: FindSubjects,
    private readonly lanes: Lanes,
    private readonly waker: LaneWaker,
    private readonly clock: Clock,
  ) {
    this.enabled = new KeptOfSetUp(setUp);
  }

  /**
   * Answers what became of the event and the runs to be done now; undefined when it went on to another lane.
   * Throws what the remote throws; the event stays open then and is matched again.
   * @param seen.isEcho the event only reports what Tandem wrote itself
   * @param seen.beginAt when the first of the runs begins, if nothing else is open in the lane
   */
  async match(
    lease: Lease,
    row: EventRow,
    { isEcho, beginAt }: { isEcho: boolean; beginAt: Date | null },
  ): Promise<Matched | undefined> {
    if (isEcho) {
      await this.close(lease, row, 'echo', 'The event only reports what Tandem wrote itself.', []);
      return { status: 'echo', started: [] };
    }
    const event = await this.findSubjects.complete(row.connector, toIncomingEvent(row));
    if (laneOf(event) !== row.lane) {
      await this.moveToLane(lease, row, event);
      return undefined;
    }
    const runs = (await this.matchesOf(row, event)).map((match, index) =>
      runOf(row, match, index > 0 ? null : beginAt),
    );
    const status = runs.length > 0 ? 'matched' : 'ignored';
    const reason = runs.length > 0 ? null : 'No automation that is switched on waits for this.';
    const closed = { ...row, deal_id: event.dealId ?? row.deal_id };
    return { status, started: await this.close(lease, closed, status, reason, runs) };
  }

  private async matchesOf(row: EventRow, event: IncomingEvent): Promise<Match[]> {
    if (event.subject.type === 'document') return this.matchSubject(row, this.findSubjects.ofEvent(event));
    const everywhere = await this.matchSubject(row, this.findSubjects.ofEvent(event), 'everywhere');
    return [...everywhere, ...(await this.matchDocuments(row, event))];
  }

  /** Recipes for templates that are woken by a deal run once for each of its documents that they want. */
  private async matchDocuments(row: EventRow, event: IncomingEvent): Promise<Match[]> {
    const matches: Match[] = [];
    const dealId = event.dealId ?? event.subject.id;
    for (const document of await this.findSubjects.documentsOf(dealId)) {
      const known: Subject = {
        documentId: document.documentId,
        documentName: null,
        templateId: document.templateId,
        dealId,
        trigger: {
          ...event.data,
          document_id: document.documentId,
          status: document.status,
          template_id: document.templateId,
        },
      };
      const wanted = await this.matchSubject(row, known, 'template');
      if (wanted.length === 0) continue;
      const subject = await this.findSubjects.ofLinkedDocument(event, document);
      matches.push(...wanted.map(({ automation }) => ({ subject, automation })));
    }
    return matches;
  }

  private async matchSubject(row: EventRow, subject: Subject, offer?: 'template' | 'everywhere'): Promise<Match[]> {
    const candidates = row.recipe_id
      ? await this.automations.effectiveFor(row.recipe_id, subject.templateId)
      : await this.enabledFor(row, subject.templateId);
    return candidates
      .filter((automation) => offer === undefined || automation.recipe.offer === offer)
      .filter((automation) => row.recipe_id !== null || meetsCondition(automation, subject))
      .map((automation) => ({ subject, automation }));
  }

  private enabledFor({ connector, trigger }: EventRow, templateId: string | null): Promise<MatchedAutomation[]> {
    return this.enabled.of(JSON.stringify([connector, trigger, templateId]), () =>
      this.automations.enabledFor(connector, trigger, templateId),
    );
  }

  private async moveToLane(lease: Lease, row: EventRow, event: IncomingEvent): Promise<void> {
    const lane = laneOf(event);
    await this.lanes.fenced(lease, async (tx) => {
      await tx.query(
        `update event set lane = $2, deal_id = $3, template_id = $4, data = $5, subject_label = $6, complete = true
         where id = $1`,
        [
          row.id,
          lane,
          event.dealId ?? null,
          event.templateId ?? null,
          jsonb(event.data),
          event.subject.label === undefined ? row.subject_label : storableText(event.subject.label),
        ],
      );
      await this.lanes.markDue(tx, lane, this.clock.now());
    });
    this.waker.wake(lane);
  }

  /** Answers the runs that are to be done now. */
  private async close(
    lease: Lease,
    row: EventRow,
    status: EventRow['status'],
    reason: string | null,
    runs: WantedRun[],
  ): Promise<StartedRun[]> {
    const written = await this.lanes.fencedWrite(lease, (writes) => {
      if (runs.length > 0) startRuns(writes, row, runs);
      writes.add(EVENT_CLOSED, [{ id: row.id, status, reason, deal_id: row.deal_id }]);
    });
    const inserted = new Map(written.of<Inserted>(WANTED).map((started) => [started.id, started]));
    return runs.flatMap(({ begin_at: beginAt, ...run }) => {
      const row = inserted.get(run.id);
      if (!row) return [];
      return [
        { ...run, seq: row.seq, created_at: new Date(row.created_at), started_at: row.is_begun ? beginAt : null },
      ];
    });
  }
}

/** As WANTED answers. */
interface Inserted {
  id: string;
  seq: string;
  created_at: string;
  is_begun: boolean;
}

export interface Matched {
  status: EventRow['status'];
  /** In the order of the recipes. */
  started: StartedRun[];
}

/** A run that is open since now. */
export interface StartedRun extends Omit<WantedRun, 'begin_at'> {
  seq: string;
  created_at: Date;
  started_at: Date | null;
}

/** What is written down of a run when it starts. */
interface WantedRun {
  id: string;
  recipe_id: string;
  recipe_version: number;
  automation_id: string | null;
  status: 'queued' | 'skipped';
  reason: string | null;
  /** It is skipped after all where a later event was handled. */
  may_be_late: boolean;
  begin_at: Date | null;
  scope: { trigger: JsonObject; settings: JsonObject };
  document_id: string | null;
  document_name: string | null;
  template_id: string | null;
  deal_id: string | null;
}

function runOf(row: EventRow, { subject, automation }: Match, beginAt: Date | null): WantedRun {
  const skip = skipReasonOf({ offer: automation.recipe.offer, enabled: automation.enabled, dealId: subject.dealId });
  return {
    id: runIdOf(row.id, automation.recipeId, subject.documentId),
    recipe_id: automation.recipeId,
    recipe_version: automation.version,
    automation_id: automation.automationId,
    status: skip ? 'skipped' : 'queued',
    reason: skip ? SKIP_SENTENCES[skip] : null,
    may_be_late: row.recipe_id === null,
    begin_at: skip ? null : beginAt,
    scope: { trigger: subject.trigger, settings: automation.settings },
    document_id: subject.documentId,
    document_name: subject.documentName,
    template_id: subject.templateId,
    deal_id: subject.dealId,
  };
}

function meetsCondition({ recipe, settings }: MatchedAutomation, subject: Subject): boolean {
  if (recipe.trigger.kind !== 'event' || recipe.trigger.condition === undefined) return true;
  return evaluateCondition(recipe.trigger.condition, { trigger: subject.trigger, settings });
}

const EVENT_CLOSED: WritePart<Pick<EventRow, 'id' | 'status' | 'reason' | 'deal_id'>> = {
  name: 'event_closed',
  columns: { id: 'uuid', status: 'text', reason: 'text', deal_id: 'text' },
  statements: {
    matched: `update event set status = c.status, reason = c.reason, deal_id = coalesce(event.deal_id, c.deal_id),
        complete = true, matched_at = now()
      from event_closed c where event.id = c.id`,
  },
};

interface WantedRow extends WantedRun, Pick<EventRow, 'lane' | 'occurred_at'> {
  event_id: string;
  call_class: 'live' | 'backfill';
  reason_if_late: string;
}

/** Whether a later event of the subject was handled by the same recipe. An undo handled no event. */
const laterBy = (subject: string): string => `exists (select 1 from run r where ${subject}
  and r.recipe_id = w.recipe_id and r.occurred_at > w.occurred_at and r.status <> 'skipped' and r.undo_of is null)`;

/** Looked up by the document, else by the deal: "is not distinct from" finds its rows by no index. */
const LATER_HANDLED = `case when w.document_id is not null
  then ${laterBy('r.document_id = w.document_id and r.deal_id is not distinct from w.deal_id')}
  else ${laterBy('r.deal_id = w.deal_id and r.document_id is null')} end`;

/** A run that is there already stays as it is and is not answered: whoever takes it up looks into the lane. */
const WANTED: WritePart<WantedRow> = {
  name: 'wanted',
  columns: {
    ...{ id: 'uuid', event_id: 'uuid', recipe_id: 'uuid', recipe_version: 'int', automation_id: 'uuid', lane: 'text' },
    ...{ call_class: 'text', status: 'text', reason: 'text', may_be_late: 'boolean', reason_if_late: 'text' },
    ...{ begin_at: 'timestamptz', occurred_at: 'timestamptz', scope: 'jsonb' },
    ...{ document_id: 'text', document_name: 'text', template_id: 'text', deal_id: 'text' },
  },
  statements: {
    judged: `select w.*, w.status = 'queued' and w.may_be_late and ${LATER_HANDLED} as is_late from wanted w`,
    started: `
      insert into run (id, event_id, recipe_id, recipe_version, automation_id, lane, status, reason,
        document_id, document_name, template_id, deal_id, occurred_at, started_at, finished_at, call_class)
      select id, event_id, recipe_id, recipe_version, automation_id, lane,
        case when is_late then 'skipped' when begin_at is not null then 'running' else status end,
        case when is_late then reason_if_late else reason end,
        document_id, document_name, template_id, deal_id, occurred_at,
        case when not is_late then begin_at end, case when is_late or status = 'skipped' then now() end, call_class
      from judged order by n on conflict (id) do nothing returning id, seq, status, created_at, started_at`,
    scoped: `insert into run_scope (run_id, scope) select id, wanted.scope from started join wanted using (id)`,
  },
  answer: `select w, id, started.seq::text as seq, started.created_at, started.started_at is not null as is_begun
    from started join wanted using (id) where started.status <> 'skipped'`,
};

function startRuns(writes: Writes, row: EventRow, runs: WantedRun[]): void {
  const ofEvent = {
    event_id: row.id,
    lane: row.lane,
    occurred_at: row.occurred_at,
    call_class: row.backfill_id === null ? 'live' : 'backfill',
    reason_if_late: SKIP_SENTENCES.superseded,
  } as const;
  const dealName = row.subject_type === 'deal' ? row.subject_label : null;
  writes
    .add(
      WANTED,
      runs.map((run) => ({ ...run, ...ofEvent })),
    )
    .add(
      HEARD_OF,
      runs.flatMap((run) => subjectsOf(run, dealName)),
    );
}

function subjectsOf(
  { document_id: documentId, document_name: documentName, deal_id: dealId }: WantedRun,
  dealName: string | null,
): KnownSubject[] {
  return [
    ...(documentId === null ? [] : [{ kind: 'document' as const, id: documentId, name: documentName }]),
    ...(dealId === null ? [] : [{ kind: 'deal' as const, id: dealId, name: dealName }]),
  ];
}
