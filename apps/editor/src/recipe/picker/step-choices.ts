import type { Step } from '@tandem/recipes';
import type { Line } from './found-by-words.js';

/** A new step as it is offered: what is searched for, and the step itself. */
export interface Choice extends Line {
  connector: string | undefined;
  kind: Step['kind'];
  step: Step;
}

/** Steps that steer. They are complete as far as they can be. */
export const STEERING: readonly Exclude<Step, { kind: 'action' }>[] = [
  { id: 'check', kind: 'if', branches: [{ when: true, steps: [] }] },
  { id: 'each', kind: 'forEach', items: [], steps: [] },
  { id: 'attempt', kind: 'try', steps: [], onError: [] },
  { id: 'wait', kind: 'wait', for: { kind: 'seconds', seconds: 3600 } },
  { id: 'stop', kind: 'stop', outcome: 'succeeded', message: '' },
  { id: 'call', kind: 'call', recipe: '', input: {} },
];
