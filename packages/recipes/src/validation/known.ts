import type { Shape } from './shape.js';

/** Whether a step's output is there when a later step looks: always, only on some ways through, or never. */
export type Certainty = 'always' | 'sometimes' | 'never';

export interface KnownStep {
  shape: Shape;
  certainty: Certainty;
}

/** What a value can refer to at its place in the recipe. */
export interface Known {
  /** Roots other than `steps`: trigger, settings, run, and event where a wait looks at one. */
  roots: ReadonlyMap<string, Shape>;
  /** Steps that have run before this place, or hold it. Absent where no step has run at all, as in a trigger. */
  steps: ReadonlyMap<string, KnownStep> | undefined;
  /** Every step of the recipe, to tell a step that runs later from one that does not exist. */
  allSteps: ReadonlySet<string>;
}

/** Names that may stand at the start of a path here. */
export function rootsOf(known: Known): string[] {
  return known.steps ? [...known.roots.keys(), 'steps'] : [...known.roots.keys()];
}
