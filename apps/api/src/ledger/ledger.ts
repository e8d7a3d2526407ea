import { Injectable } from '@nestjs/common';
import type { Change } from '@tandem/connectors';
import type { Json } from '@tandem/recipes';
import { v7 as uuid } from 'uuid';
import { jsonb } from '../database/jsonb.js';
import { sql, type Tx } from '../database/sql.js';
import type { WritePart, Writes } from '../database/writes.js';
import { HEARD_OF, type KnownSubject } from './subjects.js';

/** The step that plans or makes changes, and what its run is about. */
export interface EffectSource {
  runId: string;
  path: string;
  dealId: string | null;
  documentId: string | null;
}

type Status = 'planned' | 'applied';

interface PlannedRow {
  id: string;
  target_type: string;
  target_id: string | null;
  target_label: string | null;
  operation: string;
  property: string | null;
}

/** Every planned or applied change, before → after. */
@Injectable()
export class Ledger {
  /**
   * For a step that is planned again. A change that an earlier attempt planned and that the new plan no longer
   * holds has become so in the meantime (its answer was lost): it stays in the ledger as applied.
   */
  async takeAsMade(tx: Tx, source: EffectSource, changes: Change[]): Promise<void> {
    const earlier = await sql<PlannedRow>(
      tx,
      `select id, target_type, target_id, target_label, operation, property from effect
       where run_id = $1 and path = $2 and status = 'planned'`,
      [source.runId, source.path],
    );
    const stillPlanned = new Set(changes.map(changeKey));
    const made = earlier.filter((row) => !stillPlanned.has(rowKey(row))).map((row) => row.id);
    if (made.length > 0) {
      await tx.query(
        `update effect set status = 'applied', applied_at = now() where run_id = $2 and id = any($1) and status = 'planned'`,
        [made, source.runId],
      );
    }
  }

  /** The changes of a step that is planned; those that an earlier attempt planned go. A part of fenced writes. */
  plan(writes: Writes, source: EffectSource, changes: Change[], { isAgain }: { isAgain: boolean }): void {
    if (isAgain) writes.add(UNPLANNED, [{ run_id: source.runId, path: source.path }]);
    addChanges(writes, source, changes, 'planned');
  }

  /** The changes as they were made, in the place of those that were planned. A part of fenced writes. */
  apply(writes: Writes, source: EffectSource, changes: Change[], { asPlanned }: { asPlanned: boolean }): void {
    const step = { run_id: source.runId, path: source.path };
    if (asPlanned) {
      writes.add(MADE_AS_PLANNED, [step]);
      return;
    }
    writes.add(UNPLANNED, [step]);
    addChanges(writes, source, changes, 'applied');
  }

  /** Effects of a run that no longer stand. A part of fenced writes. */
  recordUndone(writes: Writes, runId: string, effectIds: readonly string[]): void {
    writes.add(
      UNDONE,
      effectIds.map((id) => ({ run_id: runId, id })),
    );
  }

  /** The step was refused for good and its connector left nothing half-written: what was planned will not be. */
  async forgetPlanned(tx: Tx, source: EffectSource): Promise<void> {
    await tx.query(`delete from effect where run_id = $1 and path = $2 and status = 'planned'`, [
      source.runId,
      source.path,
    ]);
  }
}

/** What an event says of a property, beside what we ourselves wrote there last. */
export interface SaidAndWritten {
  said: Json;
  written: Json;
}

/** Remotes spell numbers in their own way: "12" written is "12.000" read. A value that was never written is no match. */
function isSameValue(said: Json, written: Json): boolean {
  if (written === null) return false;
  if (said === written) return true;
  return said !== null && said !== '' && written !== '' && Number(said) === Number(written);
}

/** True when everything the event reports is what we ourselves wrote last. */
export const isOwnWrite = (changes: SaidAndWritten[] | null): boolean =>
  changes !== null && changes.length > 0 && changes.every(({ said, written }) => isSameValue(said, written));

/** SQL: SaidAndWritten of each change that row `e` of the inbox reports; null when it reports none. */
export const SAID_AND_WRITTEN = `
  (select jsonb_agg(jsonb_build_object('said', said.after, 'written', (
     select case w.operation
         when 'create' then w.after -> said.property
         when 'delete' then to_jsonb(said.property = 'archived')
         else coalesce(w.after, 'null'::jsonb) end
     from effect w
     where w.connector = e.connector and w.target_type = said.type and w.target_id = said.id and w.status = 'applied'
       and (w.property = said.property or w.property is null)
     order by w.seq desc limit 1)))
   from jsonb_to_recordset(e.changes) as said (type text, id text, property text, after jsonb))`;

interface Step {
  run_id: string;
  path: string;
}

const STEP = { run_id: 'uuid', path: 'text' };

const UNPLANNED: WritePart<Step> = {
  name: 'unplanned',
  columns: STEP,
  statements: {
    taken_back: `delete from effect using unplanned u
      where effect.run_id = u.run_id and effect.path = u.path and effect.status = 'planned'`,
  },
};

const MADE_AS_PLANNED: WritePart<Step> = {
  name: 'made_as_planned',
  columns: STEP,
  statements: {
    made: `update effect set status = 'applied', applied_at = now() from made_as_planned m
      where effect.run_id = m.run_id and effect.path = m.path and effect.status = 'planned'`,
  },
};

const UNDONE: WritePart<{ run_id: string; id: string }> = {
  name: 'undone',
  columns: { run_id: 'uuid', id: 'uuid' },
  statements: {
    no_longer: `update effect set status = 'undone' from undone u
      where effect.run_id = u.run_id and effect.id = u.id and effect.status = 'applied'`,
  },
};

type ChangeRow = ReturnType<typeof toRow>;

const CHANGED: WritePart<ChangeRow> = {
  name: 'changed',
  columns: {
    ...{ id: 'uuid', run_id: 'uuid', path: 'text', deal_id: 'text', document_id: 'text', status: 'text' },
    ...{ connector: 'text', target_type: 'text', target_id: 'text', target_label: 'text', currency: 'text' },
    ...{ operation: 'text', property: 'text', before: 'jsonb', after: 'jsonb' },
  },
  statements: {
    written: `insert into effect (id, run_id, path, deal_id, document_id, status, applied_at,
        connector, target_type, target_id, target_label, currency, operation, property, before, after)
      select id, run_id, path, deal_id, document_id, status, case when status = 'applied' then now() end,
        connector, target_type, target_id, target_label, currency, operation, property, before, after
      from changed order by n`,
  },
};

function addChanges(writes: Writes, source: EffectSource, changes: Change[], status: Status): void {
  writes
    .add(
      CHANGED,
      changes.map((change) => toRow(change, source, status)),
    )
    .add(HEARD_OF, changes.flatMap(subjectOf));
}

const subjectOf = ({ target: { type, id, label } }: Change): KnownSubject[] =>
  id !== null && (type === 'deal' || type === 'document') ? [{ kind: type, id, name: label ?? null }] : [];

const toRow = (change: Change, { runId, path, dealId, documentId }: EffectSource, status: Status) => ({
  id: uuid(),
  run_id: runId,
  path,
  deal_id: dealId,
  document_id: documentId,
  status,
  connector: change.target.connector,
  target_type: change.target.type,
  target_id: change.target.id,
  target_label: change.target.label ?? null,
  currency: change.target.currency ?? null,
  operation: change.operation,
  property: change.property,
  before: change.before,
  after: change.after,
});

const changeKey = ({ target, operation, property }: Change): string =>
  jsonb([target.type, target.id, target.label ?? null, operation, property]);

const rowKey = (row: PlannedRow): string =>
  jsonb([row.target_type, row.target_id, row.target_label, row.operation, row.property]);
