interface Recorded {
  at: string;
  status: number | null;
}

export interface Stretch {
  seconds: number;
  /** Of the calls that were permitted, and of those that were made. */
  used: number;
  refused: number;
}

/**
 * The stretch of the twin's record in which most of the permitted calls were made, among those that begin when the
 * limit has been in force for a whole interval. Undefined while the record is too short.
 */
export function bestStretch(
  calls: readonly Recorded[],
  { limit, intervalMs, from, seconds }: { limit: number; intervalMs: number; from: number; seconds: number },
): Stretch | undefined {
  const all = calls.map(({ at, status }) => ({ at: Date.parse(at), isRefused: status === 429 }));
  const last = all.at(-1)?.at ?? 0;
  const stretches: Stretch[] = [];
  for (let start = from + intervalMs; start + seconds * 1_000 <= last; start += 1_000) {
    const within = all.filter(({ at }) => at >= start && at < start + seconds * 1_000);
    const refused = within.filter(({ isRefused }) => isRefused).length;
    const permitted = (limit * seconds * 1_000) / intervalMs;
    stretches.push({ seconds, used: (within.length - refused) / permitted, refused: refused / within.length });
  }
  return stretches.sort((a, b) => b.used - b.refused - (a.used - a.refused))[0];
}
