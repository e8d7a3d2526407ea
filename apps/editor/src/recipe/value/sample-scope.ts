import type { Json, JsonObject } from '@tandem/recipes';
import type { Preview, Run } from '../../api/generated/types.gen.js';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Values to try formulas on: what the trigger and the settings were in a run, and what each step gave there or in a
 * preview. Steps inside a loop are left out: they have as many outputs as there were items.
 */
export function sampleScope(run: Run | undefined, preview: Preview | undefined): JsonObject {
  const outputs = (steps: readonly { path: string; output: Json }[]): JsonObject =>
    Object.fromEntries(
      steps
        .filter(({ path, output }) => !path.includes('[') && output !== null)
        .map(({ path, output }) => [path, output]),
    );
  const scope = isObject(run?.scope) ? run.scope : {};
  const steps = { ...outputs(run?.steps ?? []), ...outputs(preview?.steps ?? []) };
  return { ...scope, ...(run && { run: { id: run.id, started_at: run.created_at } }), steps };
}
