import type { Step } from '../api/generated/types.gen.js';
import type { ShownChange } from '../changes/change.js';

const isChange = (value: unknown): value is ShownChange =>
  typeof value === 'object' && value !== null && 'target' in value && 'operation' in value && 'property' in value;

/** The changes that a step planned; undefined where it planned nothing, as a read. */
export function readPlan(plan: Step['plan']): { changes: ShownChange[] } | undefined {
  if (typeof plan !== 'object' || plan === null || Array.isArray(plan)) return undefined;
  const { changes } = plan;
  return Array.isArray(changes) ? { changes: (changes as unknown[]).filter(isChange) } : undefined;
}
