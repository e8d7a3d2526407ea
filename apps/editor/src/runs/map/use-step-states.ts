import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../api/generated/types.gen.js';
import { useFormat } from '../../format/use-format.js';
import type { StepState } from '../../recipe/canvas/RunBadge.js';
import { readPlan } from '../read-plan.js';
import type { StepInRun } from './step-in-run.js';

/** What became of each step, for the canvas and the outline. Steps that are still ahead have no state. */
export function useStepStates(steps: ReadonlyMap<string, StepInRun>): ReadonlyMap<string, StepState> {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const changes = ({ plan }: Step): string | undefined => {
      const count = readPlan(plan)?.changes.length;
      return count === undefined ? undefined : t('runs.step.plan', { count });
    };
    const attempts = ({ attempts: count }: Step): string | undefined =>
      count > 1 ? t('runs.step.attempts', { count }) : undefined;
    const took = ({ started_at, finished_at }: Step): string | undefined =>
      finished_at === null ? undefined : format.duration(Date.parse(finished_at) - Date.parse(started_at));

    const states = new Map<string, StepState>();
    for (const [id, { entry, status, row, traced }] of steps) {
      if (status === 'ahead' || entry.step.skip) continue;
      const items = traced?.items;
      states.set(id, {
        status,
        note: items === undefined ? row && took(row) : t('runs.map.items', { count: items }),
        detail: row && (attempts(row) ?? changes(row)),
      });
    }
    return states;
  }, [steps, t, format]);
}
