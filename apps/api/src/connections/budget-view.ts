import { z } from 'zod';
import { callClasses } from '../budget/call-class.js';
import { foreignAt, forgetOld, takenOf, waitingAt } from '../budget/call-window.js';
import type { KnownWindow } from '../budget/call-windows.js';
import { keptOfDay, waitForDay } from '../budget/kept-of-day.js';

const Calls = z.int().min(0);

const BudgetWindow = z
  .object({
    operations: z.string().describe('The operation that the remote counts on its own; empty: all the others'),
    limit: Calls.describe('Calls that the remote lets through per interval'),
    interval_ms: Calls.describe('The interval rolls on with each call'),
    used: Calls.describe('Calls of all processes that still count'),
    used_by_others: Calls.describe('Calls beyond ours that the remote counts'),
    closed_for_ms: Calls.describe('After a refusal: nothing goes out for so long; else 0'),
    waiting: z
      .object({ preview: Calls, live: Calls, retry: Calls, backfill: Calls })
      .describe('Calls that wait in place at this moment, the first class first'),
  })
  .meta({ id: 'BudgetWindow' });

export const BudgetView = z
  .object({
    windows: z.array(BudgetWindow).describe('Those that were used, the fullest first'),
    day: z
      .object({
        limit: Calls,
        remaining: Calls,
        told_at: z.iso.datetime(),
        kept_for_live: Calls.describe('Once no more are left, backfills wait for the next day'),
        waiting_classes: z.array(z.enum(callClasses)).describe('Which work waits for the next day of the account now'),
      })
      .nullable()
      .describe('As the remote said last; null where it has no limit per day'),
  })
  .meta({ id: 'ConnectionBudget' });
export type BudgetView = z.output<typeof BudgetView>;

/** What people see of the windows of one connection. */
export function budgetView(known: KnownWindow[], present: Date): BudgetView {
  const windows = known.map(viewOf).sort((a, b) => b.used / b.limit - a.used / a.limit);
  const told = known.flatMap(({ window, now }) =>
    window.day ? [{ ...window.day, agoMs: now - window.day.at, waits: waitForDay(window, now) }] : [],
  );
  const [latest] = told.sort((a, b) => a.agoMs - b.agoMs);
  return {
    windows,
    day: latest
      ? {
          limit: latest.limit,
          remaining: latest.remaining,
          told_at: new Date(present.getTime() - latest.agoMs).toISOString(),
          kept_for_live: keptOfDay(latest.limit),
          waiting_classes: latest.waits,
        }
      : null,
  };
}

function viewOf({ group, window, now }: KnownWindow): BudgetView['windows'][number] {
  const current = { ...window, taken: [...window.taken] };
  forgetOld(current, now);
  const others = Math.round(foreignAt(current, now));
  return {
    operations: group,
    limit: current.limit,
    interval_ms: current.intervalMs,
    used: Math.min(current.limit, takenOf(current) + others),
    used_by_others: others,
    closed_for_ms: Math.max(0, Math.ceil(current.closedUntil - now)),
    waiting: waitingAt(current, now),
  };
}
