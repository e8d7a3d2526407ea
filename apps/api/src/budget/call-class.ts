import { CarriedAlong } from '../carried/carried-along.js';

/** Who goes first when the calls of an account do not suffice for all. */
export const callClasses = ['preview', 'live', 'retry', 'backfill'] as const;
export type CallClass = (typeof callClasses)[number];

export type ByClass = Record<CallClass, number>;

export const noCalls = (): ByClass => ({ preview: 0, live: 0, retry: 0, backfill: 0 });

/** One piece of work and the calls that it has made so far. */
export interface CallingWork {
  readonly callClass: CallClass;
  calls: number;
}

const current = new CarriedAlong<CallingWork>();

/** All calls that `work` makes are of this class. */
export const withCallClass = <T>(callClass: CallClass, work: () => Promise<T>): Promise<T> =>
  current.with({ callClass, calls: 0 }, work);

/** Outside of all work that was classed a person waits for the answer. */
export const callingWork = (): CallingWork => current.value ?? { callClass: 'preview', calls: 0 };
