interface Recorded {
  at: string;
  status: number | null;
}

export interface Stretch {
  seconds: number;
  /** Of the calls that were permitted. */
  used: number;
  /** How many calls were made, and refused. */
  calls: number;
  refused: number;
}

/**
 * The stretches of the twin's record of this length, a second apart, from when the limit has been in force for a whole
 * interval. Those in which most of the permitted calls were made come first.
 */
export function stretchesOf(
  calls: readonly Recorded[],
  { limit, intervalMs, from, seconds }: { limit: number; intervalMs: number; from: number; seconds: number },
): Stretch[] {
  const all = calls.map(({ at, status }) => ({ at: Date.parse(at), isRefused: status === 429 }));
  const last = all.at(-1)?.at ?? 0;
  const stretches: Stretch[] = [];
  for (let start = from + intervalMs; start + seconds * 1_000 <= last; start += 1_000) {
    const within = all.filter(({ at }) => at >= start && at < start + seconds * 1_000);
    const refused = within.filter(({ isRefused }) => isRefused).length;
    const permitted = (limit * seconds * 1_000) / intervalMs;
    stretches.push({ seconds, used: (within.length - refused) / permitted, calls: within.length, refused });
  }
  return stretches.sort((a, b) => b.used - a.used);
}
