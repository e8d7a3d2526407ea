import type { JsonObject } from '@tandem/recipes';
import type { MatchedAutomation } from '../automations/automations.js';
import type { WritePart, Writes } from '../database/writes.js';
import type { EventRow } from '../ingest/event-row.js';
import { HEARD_OF, type KnownSubject } from '../ledger/subjects.js';
import type { Written } from '../queue/lanes.js';
import type { Subject } from './find-subjects.js';
import { runIdOf } from './run-id.js';
import { SKIP_SENTENCES, skipReasonOf } from './skip-reason.js';

/** An automation that wants an event, and what the event is about for it. */
export interface Match {
  subject: Subject;
  automation: MatchedAutomation;
}

/** What is written down of a run when it starts. */
export interface WantedRun {
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

/** A run that is open since now. */
export interface StartedRun extends Omit<WantedRun, 'begin_at'> {
  seq: string;
  created_at: Date;
  started_at: Date | null;
}

/** @param beginAt when it begins at once; null when it waits for its turn */
export function wantedRun(row: EventRow, { subject, automation }: Match, beginAt: Date | null): WantedRun {
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

/** Writes down the runs that an event starts out, and what they are about. */
export function startRuns(writes: Writes, row: EventRow, runs: WantedRun[]): void {
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

/** As WANTED answers. */
interface Inserted {
  id: string;
  seq: string;
  created_at: string;
  is_begun: boolean;
}

/** Those of the runs that are open since this write, in their order. */
export function startedOf(written: Written, runs: readonly WantedRun[]): StartedRun[] {
  const inserted = new Map(written.of<Inserted>(WANTED).map((started) => [started.id, started]));
  return runs.flatMap(({ begin_at: beginAt, ...run }) => {
    const row = inserted.get(run.id);
    if (!row) return [];
    return [{ ...run, seq: row.seq, created_at: new Date(row.created_at), started_at: row.is_begun ? beginAt : null }];
  });
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
