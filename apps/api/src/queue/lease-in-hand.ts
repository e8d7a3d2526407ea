import { CarriedAlong } from '../carried/carried-along.js';

/** What work in a lane is asked before each call that leaves the process. Throws LeaseLost. */
type StillHeld = () => Promise<void>;

const held = new CarriedAlong<StillHeld>();

/** Everything that `work` starts is done on the strength of this lease. */
export const withLease = <T>(stillHeld: StillHeld, work: () => Promise<T>): Promise<T> => held.with(stillHeld, work);

/**
 * The database refuses what a late worker writes; a remote cannot. So a worker that was paused asks whether the lane is
 * still its own before it calls one. Throws LeaseLost; outside of lanes it answers at once.
 */
export async function leaseStillHeld(): Promise<void> {
  await held.value?.();
}
