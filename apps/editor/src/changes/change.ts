import type { Effect, PlannedChange } from '../api/generated/types.gen.js';

/** A change as it is shown, whether it is planned, previewed or long made. */
export type ShownChange = Pick<Effect, 'operation' | 'property'> & {
  target: Pick<PlannedChange['target'], 'connector' | 'type' | 'id'> & {
    label?: string | null | undefined;
    /** Of its amounts, where it is known. */
    currency?: string | null | undefined;
  };
  before: unknown;
  after: unknown;
  /** Of the ledger only. */
  status?: Effect['status'];
};

/** The changes of one remote thing. */
export interface ChangedThing {
  key: string;
  target: ShownChange['target'];
  /** Set where the whole thing was created or deleted. */
  whole: ShownChange | undefined;
  properties: ShownChange[];
}

/** Puts together what happened to one thing, in the order of its first change. */
export function groupChanges(changes: readonly ShownChange[]): ChangedThing[] {
  const things = new Map<string, ChangedThing>();
  for (const [place, change] of changes.entries()) {
    const { connector, type, id, label } = change.target;
    // What does not exist yet has no id: two new things may even bear one name.
    const key = [connector, type, id ?? `new ${label ?? ''} ${change.property === null ? place : ''}`].join('/');
    const thing = things.get(key) ?? { key, target: change.target, whole: undefined, properties: [] };
    if (change.property === null) thing.whole = change;
    else thing.properties.push(change);
    things.set(key, thing);
  }
  return [...things.values()];
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of a thing that was created or deleted, empty ones left out; a single value stands for itself. */
export function membersOf(value: unknown): [name: string, value: unknown][] {
  if (isPlain(value)) return Object.entries(value).filter(([, member]) => member !== null && member !== '');
  return value === null || value === undefined ? [] : [['', value]];
}
