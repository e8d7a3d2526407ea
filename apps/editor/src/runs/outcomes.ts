import type { RunOutcomes } from '../api/generated/types.gen.js';

type Bucket = RunOutcomes['buckets'][number];

/** What came of runs, from the bottom of a column to its top: what needs somebody stands on the ground. */
export const OUTCOMES = [
  'failed',
  'succeeded',
  'succeeded_with_differences',
  'not_executed',
  'open',
] as const satisfies readonly (keyof Bucket)[];
export type Outcome = (typeof OUTCOMES)[number];

/** A part of a column, in shares of the highest column: 0 is the ground, 1 its top. */
export interface Part {
  outcome: Outcome;
  from: number;
  to: number;
}

export const totalOf = (bucket: Pick<Bucket, Outcome>): number =>
  OUTCOMES.reduce((sum, outcome) => sum + bucket[outcome], 0);

/** The height of a column of `max` runs is 1; parts of nothing are left out. */
export function partsOf(bucket: Pick<Bucket, Outcome>, max: number): Part[] {
  let ground = 0;
  return OUTCOMES.flatMap((outcome) => {
    const from = ground;
    ground += bucket[outcome];
    return bucket[outcome] === 0 ? [] : [{ outcome, from: from / max, to: ground / max }];
  });
}

export function sumsOf(buckets: readonly Bucket[]): Record<Outcome, number> {
  const sums = { failed: 0, succeeded: 0, succeeded_with_differences: 0, not_executed: 0, open: 0 };
  for (const bucket of buckets) for (const outcome of OUTCOMES) sums[outcome] += bucket[outcome];
  return sums;
}
