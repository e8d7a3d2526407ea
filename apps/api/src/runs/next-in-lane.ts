import type { EventRow } from '../ingest/event-row.js';
import type { RunRow } from './run-row.js';

export type OpenEvent = Pick<EventRow, 'id' | 'due_at'>;
export type OpenRun = Pick<RunRow, 'id' | 'status' | 'due_at' | 'waits_for'>;

export type Next =
  | { kind: 'match'; eventId: string }
  | { kind: 'advance'; runId: string }
  /** until null: nothing to do before something new happens. */
  | { kind: 'rest'; until: Date | null };

/**
 * What a lane does next. Both lists are the lane's open rows in the order of what happened.
 * Events are matched first. A run that is being retried, or whose connection is paused, holds back those behind it:
 * "sent" must not be written after "completed". A run that rests because its recipe says so lets the others pass.
 */
export function nextInLane(events: OpenEvent[], runs: OpenRun[], now: Date): Next {
  const event = events[0];
  if (event)
    return isDue(event.due_at, now) ? { kind: 'match', eventId: event.id } : { kind: 'rest', until: event.due_at };

  const wakeUps: Date[] = [];
  for (const run of runs) {
    if (run.status !== 'waiting' || (run.due_at !== null && isDue(run.due_at, now)))
      return { kind: 'advance', runId: run.id };
    if (run.due_at) wakeUps.push(run.due_at);
    if (holdsBackOthers(run)) break;
  }
  return { kind: 'rest', until: earliest(wakeUps) };
}

const isDue = (dueAt: Date | null, now: Date): boolean => dueAt === null || dueAt <= now;

const holdsBackOthers = (run: OpenRun): boolean =>
  run.waits_for?.kind === 'retry' || run.waits_for?.kind === 'connection';

const earliest = (instants: Date[]): Date | null =>
  instants.reduce<Date | null>((first, instant) => (first === null || instant < first ? instant : first), null);
