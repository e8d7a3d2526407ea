import type { Applied } from '@tandem/connectors';
import type { Json } from '@tandem/recipes';
import type { EffectSource } from '../ledger/ledger.js';
import type { MemoryKey } from './memory.js';
import type { StepWrite } from './step-write.js';

interface CarriedWrite {
  step: StepWrite;
  source: EffectSource;
  done: Applied<Json>;
  /** What was made is what stands in the ledger as planned. */
  asPlanned: boolean;
  memory: MemoryKey | undefined;
}

/**
 * What a run has done that is still to be written down, together with what it does next. A read may be carried past
 * calls to remotes, since whoever takes the run up after a crash may read again. What was applied may only be carried
 * to the end of the run that is next, never past a call.
 */
export class Carried {
  reads: StepWrite[] = [];
  applied: CarriedWrite | undefined;

  get isEmpty(): boolean {
    return this.reads.length === 0 && this.applied === undefined;
  }

  /** So much is lost at most when a worker dies among reads. */
  get isHeavy(): boolean {
    const [first] = this.reads;
    return this.reads.length >= 10 || (first !== undefined && Date.now() - first.startedAt.getTime() > 2_000);
  }
}
