import type { Effect, EventSummary, RunSummary } from '../api/generated/types.gen.js';

/** One run with what it changed. */
export interface RunEntry {
  run: RunSummary;
  effects: Effect[];
}

/** What happened at one moment: an event with the runs that it started, or a run whose event is not known here. */
export interface Moment {
  key: string;
  at: string;
  event: EventSummary | undefined;
  runs: RunEntry[];
}

/** A list that was read from its newest entry on. */
export interface ReadList<T> {
  items: readonly T[];
  /** Older ones have not been read yet. */
  hasMore: boolean;
}

export interface ReadHistory {
  events: ReadList<EventSummary>;
  runs: ReadList<RunSummary>;
  effects: ReadList<Effect>;
}

/**
 * Joins events, runs and effects into one history, newest first. Only as far back as all three lists were read, so that
 * no moment is shown without what belongs to it.
 */
export function toMoments({ events, runs, effects }: ReadHistory): Moment[] {
  const horizon = latest([
    horizonOf(events, ({ received_at }) => received_at),
    horizonOf(runs, ({ created_at }) => created_at),
    horizonOf(effects, ({ planned_at }) => planned_at),
  ]);
  // Read newest first; told in the order in which it was done.
  const inOrder = effects.items.toReversed();
  const entries = runs.items.map((run) => ({ run, effects: inOrder.filter(({ run_id }) => run_id === run.id) }));
  const known = new Set(events.items.map(({ id }) => id));
  const ofEvents = events.items.map((event): Moment => {
    const started = entries.filter(({ run }) => run.event_id === event.id).toReversed();
    return { key: event.id, at: event.received_at, event, runs: started };
  });
  const alone = entries
    .filter(({ run }) => !known.has(run.event_id))
    .map((entry): Moment => ({ key: entry.run.id, at: entry.run.created_at, event: undefined, runs: [entry] }));
  return [...ofEvents, ...alone]
    .filter(({ at }) => horizon === undefined || at >= horizon)
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

function horizonOf<T>({ items, hasMore }: ReadList<T>, at: (item: T) => string): string | undefined {
  const oldest = items.at(-1);
  return hasMore && oldest !== undefined ? at(oldest) : undefined;
}

const latest = (instants: (string | undefined)[]): string | undefined =>
  instants
    .filter((instant) => instant !== undefined)
    .toSorted()
    .at(-1);

/** Whether anything came of it; the rest is noise to most people. */
export const isTelling = ({ runs }: Moment): boolean => runs.length > 0;
