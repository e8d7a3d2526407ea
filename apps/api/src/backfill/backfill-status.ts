/** What a person may do to a backfill, from where, and what it is then. */
export const moves = {
  start: { from: ['ready'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  stop: { from: ['counting', 'ready', 'running', 'paused'], to: 'stopped' },
} as const satisfies Record<string, { from: readonly BackfillStatus[]; to: BackfillStatus }>;

export type Move = keyof typeof moves;

/** counting: its documents are being listed; ready: it waits for a person to start it. */
export const backfillStatuses = ['counting', 'ready', 'running', 'paused', 'finished', 'stopped'] as const;
export type BackfillStatus = (typeof backfillStatuses)[number];
