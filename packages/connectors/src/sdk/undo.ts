import type { Json, JsonObject } from '@tandem/recipes';
import { z } from 'zod';
import type { WriteAction } from './action.js';

/** One change as the ledger keeps it: what a run made, and with which deal and document it dealt. */
export const MadeChange = z.strictObject({
  id: z.string().describe('Of the effect in the ledger'),
  target: z.strictObject({
    connector: z.string(),
    type: z.string(),
    id: z.string().nullable(),
    label: z.string().exactOptional(),
    currency: z.string().exactOptional(),
  }),
  operation: z.enum(['create', 'update', 'delete']),
  property: z.string().nullable(),
  before: z.json(),
  after: z.json(),
  deal_id: z.string().nullable(),
  document_id: z.string().nullable(),
});
export type MadeChange = z.infer<typeof MadeChange>;

export const UndoInput = z.strictObject({
  key: z.string().min(1).describe('The same for every attempt of this undo'),
  changes: z.array(MadeChange).describe('In the order in which they were made'),
});

export const UndoOutput = z.strictObject({
  undone: z.array(z.string()).describe('Ids of the effects that no longer stand'),
});

/**
 * Takes back what other actions of the connector made. Its plan is their inverse (before ← after): what somebody has
 * changed since is left alone and named in a note, what is already as it was needs no change and counts as undone.
 */
export type UndoAction<Gateway> = WriteAction<Gateway, typeof UndoInput, typeof UndoOutput>;

/** What came of several changes to one thing or property: how it was before the first and after the last. */
export interface NetChange extends Omit<MadeChange, 'id'> {
  ids: string[];
}

/** What a run did, all in all. */
export interface NetChanges {
  changes: NetChange[];
  /** Effects that a later one of the same run took back. */
  cancelled: string[];
}

/**
 * Joins changes that follow one another without a gap. Where somebody changed a property between two of ours, only
 * the later change can be taken back; the earlier one stands alone.
 */
export function netChanges(made: readonly MadeChange[]): NetChanges {
  let changes: NetChange[] = [];
  const cancelled: string[] = [];
  for (const { id, ...change } of made) {
    const ofThing = changes.filter((one) => one.target.id !== null && isSameThing(one, change));
    const created = ofThing.find((one) => one.operation === 'create');
    if (change.operation === 'delete' && created !== undefined) {
      cancelled.push(...ofThing.flatMap((one) => one.ids), id);
      changes = changes.filter((one) => !ofThing.includes(one));
    } else if (change.operation === 'delete') {
      const { whole, parts } = withParts({ ...change, ids: [id] }, ofThing);
      changes = [...changes.filter((one) => !parts.includes(one)), whole];
    } else if (change.operation === 'update' && created !== undefined && isValues(created.after)) {
      created.after = { ...created.after, [change.property ?? '']: change.after };
      created.ids.push(id);
    } else {
      const earlier = ofThing.findLast((one) => one.property === change.property && same(one.after, change.before));
      if (change.operation !== 'update' || earlier === undefined) changes.push({ ...change, ids: [id] });
      else {
        earlier.after = change.after;
        earlier.ids.push(id);
      }
    }
  }
  const nothing = changes.filter(({ operation, before, after }) => operation === 'update' && same(before, after));
  return {
    changes: changes.filter((one) => !nothing.includes(one)),
    cancelled: [...cancelled, ...nothing.flatMap((one) => one.ids)],
  };
}

/** A thing that was changed and then deleted comes back as it was before both. */
function withParts(whole: NetChange, earlier: readonly NetChange[]): { whole: NetChange; parts: NetChange[] } {
  const { before } = whole;
  if (!isValues(before)) return { whole, parts: [] };
  const parts = earlier.filter(({ property, after }) => property !== null && same(before[property], after));
  const values = Object.fromEntries(parts.map((part) => [part.property ?? '', part.before]));
  const ids = [...parts.flatMap((part) => part.ids), ...whole.ids];
  return { whole: { ...whole, before: { ...before, ...values }, ids }, parts };
}

const isSameThing = (one: Pick<NetChange, 'target'>, other: Pick<NetChange, 'target'>): boolean =>
  one.target.type === other.target.type && one.target.id === other.target.id;

const isValues = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
