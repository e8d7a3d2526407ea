const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** As PostgreSQL's date_trunc takes it. */
export type BucketSize = 'minute' | 'hour' | 'day' | 'week' | 'month';

/** The finest division of a period that a person can still take in at a glance: at most about 100 columns. */
export function bucketSizeFor(from: Date, to: Date): BucketSize {
  const period = to.getTime() - from.getTime();
  if (period <= 1.5 * HOUR_MS) return 'minute';
  const days = period / DAY_MS;
  if (days <= 3) return 'hour';
  if (days <= 92) return 'day';
  return days <= 700 ? 'week' : 'month';
}
