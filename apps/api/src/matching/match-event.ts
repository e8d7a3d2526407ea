import { Injectable } from '@nestjs/common';
import type { IncomingEvent } from '@tandem/connectors';
import { evaluateCondition } from '@tandem/recipes';
import { Automations, type MatchedAutomation } from '../automations/automations.js';
import { Clock } from '../clock/clock.js';
import { jsonb, storableText } from '../database/jsonb.js';
import { KeptOfSetUp, SetUpRevision } from '../database/set-up-revision.js';
import type { WritePart } from '../database/writes.js';
import { toIncomingEvent, type EventRow } from '../ingest/event-row.js';
import { laneOf } from '../ingest/lane-of.js';
import { Lanes, type Lease } from '../queue/lanes.js';
import { LaneWaker } from '../queue/lane-waker.js';
import { FindSubjects, type Subject } from './find-subjects.js';
import { startedOf, startRuns, wantedRun, type Match, type StartedRun, type WantedRun } from './start-runs.js';

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
      wantedRun(row, match, index > 0 ? null : beginAt),
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
    return startedOf(written, runs);
  }
}

export interface Matched {
  status: EventRow['status'];
  /** In the order of the recipes. */
  started: StartedRun[];
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
