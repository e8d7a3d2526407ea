import { describe } from '@jest/globals';

/** The Redis that the run was given; each file takes a database of its own on it. */
export const redisUrl = (database: number): string => `${process.env.TEST_REDIS_URL ?? ''}/${database}`;

/** Several real processes on a real Redis; left out where there is none, which the global set-up says. */
export const describeScaleOut = process.env.TEST_REDIS_URL ? describe : describe.skip;
