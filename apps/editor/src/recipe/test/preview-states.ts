import type { Recipe } from '@tandem/recipes';
import type { Preview } from '../../api/generated/types.gen.js';
import type { StepState } from '../canvas/RunBadge.js';
import { outlineOf } from '../model/outline.js';

/** The step that an entry of a run belongs to: `each[3].update` → `update`. */
export const stepOfPath = (path: string): string =>
  path
    .split('.')
    .at(-1)
    ?.replace(/\[\d+\]$/, '') ?? path;

/** What would become of each step, for the canvas. Steps that the preview never came to are passed over. */
export function previewStates(
  recipe: Recipe,
  preview: Preview,
  changes: (count: number) => string,
): ReadonlyMap<string, StepState> {
  const states = new Map<string, StepState>();
  for (const { path, plan, error } of preview.steps) {
    const id = stepOfPath(path);
    if (error) states.set(id, { status: 'failed' });
    else if (states.get(id)?.status !== 'failed')
      states.set(id, { status: 'done', ...(plan && { note: changes(plan.changes.length) }) });
  }
  for (const { step } of outlineOf(recipe)) {
    // What holds steps, and what stops, leaves no entry of its own.
    if (!states.has(step.id) && step.kind === 'action') states.set(step.id, { status: 'passed_over' });
  }
  return states;
}
