import type { JobsOptions } from 'bullmq';

/** The name of the queue, in Redis and in PostgreSQL. */
export const QUEUE = 'lanes';

/** Says which lane has work, and nothing else. */
export interface WakeUp {
  lane: string;
}

/** A wake-up that was handed to this process: as much of a job of BullMQ as is needed of it. */
export interface TakenWakeUp {
  readonly data: WakeUp;
  removeDeduplicationKey(): Promise<unknown>;
}

export type TakeWakeUp = (wakeUp: TakenWakeUp) => Promise<void>;

/** What carries wake-ups from process to process: a queue of BullMQ and the server that it lies on. */
export abstract class WakeUpBroker {
  /** Fails soon, and in any way, while its server is away. */
  abstract send(wakeUp: WakeUp, options: JobsOptions): Promise<unknown>;
  /** Hands over wake-ups, so many at a time, until it is closed. Waits for its server as long as that is away. */
  abstract receive(take: TakeWakeUp, atATime: number): { close(): Promise<void> };
  /** Lets go of its server, be it there or away. */
  abstract leave(): Promise<void>;
}
