import { z } from 'zod';

/** How one thing stands: `state` is told, `mark` only compared. */
export interface Mark {
  kind: 'run' | 'event' | 'connection' | 'deed';
  id: string;
  state: string;
  mark: string;
}

/** What was there at one moment, by kind and id. */
export type Marks = ReadonlyMap<string, Mark>;

const Changed = z.object({ id: z.string(), status: z.string() });

/** What is sent: only what changed, not how it is now. */
export const LiveChanges = z
  .object({
    runs: z.array(Changed).describe('Runs that are new, or whose status or steps changed'),
    events: z.array(Changed).describe('Events that are new, or whose status changed'),
    connections: z.array(Changed).describe('Connections that are new or changed'),
    deeds: z
      .array(z.object({ action: z.string(), subject: z.string() }))
      .describe('What people changed, as in the audit log: automation.switched, recipe.published, …'),
    more: z.boolean().describe('More changed than is named here: read again whatever is shown'),
  })
  .meta({ id: 'LiveChanges' });
export type LiveChanges = z.infer<typeof LiveChanges>;

/** Of each kind, so many are named in one message. */
const NAMED = 100;

export const keyOf = ({ kind, id }: Mark): string => `${kind} ${id}`;

export const byKey = (marks: readonly Mark[]): Marks => new Map(marks.map((mark) => [keyOf(mark), mark]));

/**
 * What changed from one look to the next; undefined when nothing did. What is no longer looked at has not changed.
 * @param overran that the later look may have missed some of what came
 */
export function changesBetween(before: Marks, after: Marks, overran: boolean): LiveChanges | undefined {
  const changed = [...after.values()].filter((mark) => {
    const earlier = before.get(keyOf(mark));
    return earlier?.state !== mark.state || earlier.mark !== mark.mark;
  });
  if (changed.length === 0) return undefined;
  const of = (kind: Mark['kind']) => changed.filter((mark) => mark.kind === kind);
  const named = (kind: Mark['kind']) =>
    of(kind)
      .slice(0, NAMED)
      .map(({ id, state }) => ({ id, status: state }));
  return {
    runs: named('run'),
    events: named('event'),
    connections: named('connection'),
    deeds: of('deed')
      .slice(0, NAMED)
      .map(({ state, mark }) => ({ action: state, subject: mark })),
    more: overran || (['run', 'event', 'deed'] as const).some((kind) => of(kind).length > NAMED),
  };
}

const OPEN = ['queued', 'running', 'waiting'];
/** Open runs that are remembered; more are not followed until they are looked at again. */
const REMEMBERED = 300;

/** Ids of the runs that had not ended, the newest first: the next look follows them, however many newer ones come. */
export const openRuns = (marks: Marks): string[] =>
  [...marks.values()]
    .filter(({ kind, state }) => kind === 'run' && OPEN.includes(state))
    .map(({ id }) => id)
    .sort((one, other) => (one < other ? 1 : -1))
    .slice(0, REMEMBERED);
