import { Injectable } from '@nestjs/common';
import type { IncomingEvent } from '@tandem/connectors';
import { evaluateCondition, type JsonObject } from '@tandem/recipes';
import { Automations, type MatchedAutomation } from '../automations/automations.js';
import { Clock } from '../clock/clock.js';
import { DataSource } from 'typeorm';
import { jsonb, storableText } from '../database/jsonb.js';
import { sqlOne, type Tx } from '../database/sql.js';
import type { Writes } from '../database/writes.js';
import { toIncomingEvent, type EventRow } from '../ingest/event-row.js';
import { laneOf } from '../ingest/lane-of.js';
import { Ledger } from '../ledger/ledger.js';
import { noteSubjects } from '../ledger/subjects.js';
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
  constructor(
    private readonly dataSource: DataSource,
    private readonly automations: Automations,
    private readonly findSubjects: FindSubjects,
    private readonly ledger: Ledger,
    private readonly lanes: Lanes,
    private readonly waker: LaneWaker,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers what became of the event; undefined when it went on to another lane.
   * Throws what the remote throws; the event stays open then and is matched again.
   */
  async match(lease: Lease, row: EventRow): Promise<EventRow['status'] | undefined> {
    if (row.changes && (await this.ledger.isOwnWrite(this.dataSource.manager, row.connector, row.changes))) {
      await this.close(lease, row, 'echo', 'The event only reports what Tandem wrote itself.', []);
      return 'echo';
    }
    const event = await this.findSubjects.complete(row.connector, toIncomingEvent(row));
    if (laneOf(event) !== row.lane) {
      await this.moveToLane(lease, row, event);
      return undefined;
    }
    const matches = await this.matchesOf(row, event);
    const status = matches.length > 0 ? 'matched' : 'ignored';
    const reason = matches.length > 0 ? null : 'No automation that is switched on waits for this.';
    await this.close(lease, { ...row, deal_id: event.dealId ?? row.deal_id }, status, reason, matches);
    return status;
  }

  private async matchesOf(row: EventRow, event: IncomingEvent): Promise<Match[]> {
    if (event.subject.type === 'document') return this.matchSubject(row, this.findSubjects.ofEvent(event));
    const everywhere = await this.matchSubject(row, this.findSubjects.ofEvent(event), 'everywhere');
    return [...everywhere, ...(await this.matchDocuments(row, event))];
  }

  /** Recipes for templates that are woken by a deal run once for each of its documents that they want. */
  private async matchDocuments(row: EventRow, event: IncomingEvent): Promise<Match[]> {
    const matches: Match[] = [];
    for (const document of await this.findSubjects.documentsOf(event.subject.id)) {
      const known: Subject = {
        documentId: document.documentId,
        documentName: null,
        templateId: document.templateId,
        dealId: event.subject.id,
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
      : await this.automations.enabledFor(row.connector, row.trigger, subject.templateId);
    return candidates
      .filter((automation) => offer === undefined || automation.recipe.offer === offer)
      .filter((automation) => row.recipe_id !== null || meetsCondition(automation, subject))
      .map((automation) => ({ subject, automation }));
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

  private async close(
    lease: Lease,
    row: EventRow,
    status: EventRow['status'],
    reason: string | null,
    matches: Match[],
  ): Promise<void> {
    const runs = await Promise.all(matches.map((match) => this.runOf(row, match)));
    await this.lanes.fencedWrite(lease, (writes) => {
      if (runs.length > 0) startRuns(writes, row, runs);
      writes.add(
        'closed',
        `update event set status = $2::text, reason = $3::text, deal_id = coalesce(deal_id, $4::text), complete = true,
           matched_at = now()
         from fence where id = $1`,
        [row.id, status, reason, row.deal_id],
      );
    });
  }

  private async runOf(row: EventRow, { subject, automation }: Match): Promise<StartedRun> {
    const skip = skipReasonOf({
      offer: automation.recipe.offer,
      enabled: automation.enabled,
      dealId: subject.dealId,
      laterHandled: await laterHandled(this.dataSource.manager, row, subject, automation),
      byHand: row.recipe_id !== null,
    });
    return {
      id: runIdOf(row.id, automation.recipeId, subject.documentId),
      recipe_id: automation.recipeId,
      recipe_version: automation.version,
      automation_id: automation.automationId,
      status: skip ? 'skipped' : 'queued',
      reason: skip ? SKIP_SENTENCES[skip] : null,
      scope: { trigger: subject.trigger, settings: automation.settings },
      document_id: subject.documentId,
      document_name: subject.documentName,
      template_id: subject.templateId,
      deal_id: subject.dealId,
    };
  }
}

/** What is written down of a run when it starts. */
interface StartedRun {
  id: string;
  recipe_id: string;
  recipe_version: number;
  automation_id: string | null;
  status: 'queued' | 'skipped';
  reason: string | null;
  scope: JsonObject;
  document_id: string | null;
  document_name: string | null;
  template_id: string | null;
  deal_id: string | null;
}

function meetsCondition({ recipe, settings }: MatchedAutomation, subject: Subject): boolean {
  if (recipe.trigger.kind !== 'event' || recipe.trigger.condition === undefined) return true;
  return evaluateCondition(recipe.trigger.condition, { trigger: subject.trigger, settings });
}

/** A run that is there already stays as it is. */
function startRuns(writes: Writes, row: EventRow, runs: StartedRun[]): void {
  writes
    .add(
      'wanted',
      `select w.* from fence, jsonb_to_recordset($1::jsonb) as w (id uuid, recipe_id uuid, recipe_version int,
         automation_id uuid, status text, reason text, scope jsonb, document_id text, document_name text,
         template_id text, deal_id text)`,
      [jsonb(runs)],
    )
    .add(
      'started',
      `insert into run (id, event_id, recipe_id, recipe_version, automation_id, lane, status, reason,
         document_id, document_name, template_id, deal_id, occurred_at, finished_at, call_class)
       select id, $1::uuid, recipe_id, recipe_version, automation_id, $2::text, status, reason,
         document_id, document_name, template_id, deal_id, $3::timestamptz, case when status = 'skipped' then now() end,
         $4::text
       from wanted on conflict (id) do nothing returning id`,
      [row.id, row.lane, row.occurred_at, row.backfill_id === null ? 'live' : 'backfill'],
    )
    .add(
      'scoped',
      'insert into run_scope (run_id, scope) select wanted.id, wanted.scope from wanted join started on started.id = wanted.id',
    )
    .add('noted', noteSubjects(SUBJECTS_OF_RUNS), [row.subject_type === 'deal' ? row.subject_label : null]);
}

const SUBJECTS_OF_RUNS = `
  select 'document' as kind, document_id as id, document_name as name from wanted
  union all select 'deal', deal_id, $1::text from wanted`;

/** Looked up by the document, else by the deal: "is not distinct from" finds its rows by no index. An undo handled no event. */
async function laterHandled(tx: Tx, row: EventRow, subject: Subject, automation: MatchedAutomation): Promise<boolean> {
  const subjectIs = subject.documentId === null ? 'deal_id = $3 and document_id is null' : 'document_id = $2';
  const found = await sqlOne(
    tx,
    `select 1 from run
     where ${subjectIs} and document_id is not distinct from $2 and deal_id is not distinct from $3
       and recipe_id = $1 and occurred_at > $4 and status <> 'skipped' and undo_of is null limit 1`,
    [automation.recipeId, subject.documentId, subject.dealId, row.occurred_at],
  );
  return found !== undefined;
}
