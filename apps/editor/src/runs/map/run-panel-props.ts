import type { Recipe } from '@tandem/recipes';
import type { Run } from '../../api/generated/types.gen.js';
import type { Connectors } from '../../recipe/model/connectors.js';
import type { Trace } from './replay-run.js';
import type { StepInRun } from './step-in-run.js';

export interface RunPanelProps {
  run: Run;
  recipe: Recipe;
  connectors: Connectors;
  trace: Trace;
  /** Undefined: a step that the recipe does not have. */
  at: 'run' | 'trigger' | StepInRun | undefined;
  onLook: (at: string) => void;
  onItem: (loop: string, item: number) => void;
}
