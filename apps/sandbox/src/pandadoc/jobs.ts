import { randomUUID } from 'node:crypto';
import type { Job, PandaDocWorld } from './state.js';

type Unscheduled<J> = J extends Job ? Omit<J, 'id' | 'at'> : never;

/** Has the twin do something after so many ms. */
export function schedule(world: PandaDocWorld, afterMs: number, job: Unscheduled<Job>): void {
  // Sound: the union is put back together from one of its members.
  const scheduled = { ...job, id: randomUUID(), at: world.now().getTime() + afterMs } as Job;
  world.state.jobs.push(scheduled);
  world.onChange?.();
  world.wake?.();
}
