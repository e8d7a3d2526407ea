/**
 * The port of the queue. A wake-up says "lane X has work" and promises nothing: rows are the truth,
 * and the sweeper wakes again whatever was lost.
 */
export abstract class LaneWaker {
  /** Wakes the lane now, or at the given instant. */
  abstract wake(lane: string, at?: Date): void;
  /** Hands each woken lane to `work`, several lanes at a time. */
  abstract serve(work: (lane: string) => Promise<void>): void;
}
