const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;
/** After this long a thing that fails for passing reasons is given up, so that a person hears of it. */
export const GIVE_UP_AFTER_MS = 24 * 3_600_000;

/**
 * How long to wait before the next attempt: doubling, between half and the whole of the step (jitter), at most 15 minutes,
 * never sooner than the remote asked. `attempt` counts from 1, `random` is in [0, 1).
 */
export function retryDelayMs(attempt: number, random: number, retryAfterMs = 0): number {
  const step = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return Math.max(Math.round(step * (0.5 + random / 2)), retryAfterMs);
}
