import { Injectable } from '@nestjs/common';
import type { IncomingEvent } from '@tandem/connectors';
import { evaluateCondition } from '@tandem/recipes';
import { Automations, type MatchedAutomation } from '../automations/automations.js';
import { Clock } from '../clock/clock.js';
import { DataSource } from 'typeorm';
import { jsonb, storableText } from '../database/jsonb.js';
import { sqlOne, type Tx } from '../database/sql.js';
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
    await this.lanes.fenced(lease, async (tx) => {
      for (const match of matches) await insertRun(tx, row, match);
      await tx.query(
        `update event set status = $2, reason = $3, deal_id = coalesce(deal_id, $4), complete = true, matched_at = now()
         where id = $1`,
        [row.id, status, reason, row.deal_id],
      );
    });
  }
}

function meetsCondition({ recipe, settings }: MatchedAutomation, subject: Subject): boolean {
  if (recipe.trigger.kind !== 'event' || recipe.trigger.condition === undefined) return true;
  return evaluateCondition(recipe.trigger.condition, { trigger: subject.trigger, settings });
}

async function insertRun(tx: Tx, row: EventRow, { subject, automation }: Match): Promise<void> {
  const skip = skipReasonOf({
    offer: automation.recipe.offer,
    enabled: automation.enabled,
    dealId: subject.dealId,
    laterHandled: await laterHandled(tx, row, subject, automation),
    byHand: row.recipe_id !== null,
  });
  await tx.query(
    `with started as (
       insert into run (id, event_id, recipe_id, recipe_version, automation_id, lane, status, reason,
         document_id, document_name, template_id, deal_id, occurred_at, finished_at, call_class)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $10, $11, $12, $13, $14, case when $7 = 'skipped' then now() end, $16)
       on conflict (id) do nothing returning id),
     noted as (${noteSubjects(SUBJECTS_OF_RUN)})
     insert into run_scope (run_id, scope) select id, $9::jsonb from started`,
    [
      runIdOf(row.id, automation.recipeId, subject.documentId),
      row.id,
      automation.recipeId,
      automation.version,
      automation.automationId,
      row.lane,
      skip ? 'skipped' : 'queued',
      skip ? SKIP_SENTENCES[skip] : null,
      jsonb({ trigger: subject.trigger, settings: automation.settings }),
      subject.documentId,
      subject.documentName === null ? null : storableText(subject.documentName),
      subject.templateId,
      subject.dealId,
      row.occurred_at,
      row.subject_type === 'deal' ? row.subject_label : null,
      row.backfill_id === null ? 'live' : 'backfill',
    ],
  );
}

const SUBJECTS_OF_RUN = `
  select * from (values ('document', $10::text, $11::text), ('deal', $13::text, $15::text)) s (kind, id, name)`;

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
