import type { Issue, Recipe } from '@tandem/recipes';
import { useMemo } from 'react';
import { useWayLabel } from '../condition/use-way-label.js';
import type { StepState } from '../canvas/RunBadge.js';
import type { Connectors } from '../model/connectors.js';
import type { RowWords } from './OutlineRow.js';
import type { Row } from './outline-rows.js';
import { useDescribeStep, useDescribeTrigger } from './use-describe.js';

/** What the outline is drawn from. */
export interface Outlined {
  rows: readonly Row[];
  recipe: Recipe;
  connectors: Connectors;
  issues: readonly Issue[];
  /** By step id: what became of it in a preview. */
  runs: ReadonlyMap<string, StepState> | undefined;
}

/** Says of each row of the outline what it is, and what is wrong there; made anew only where that may be otherwise. */
export function useRowWords({
  rows,
  recipe,
  connectors,
  issues,
  runs,
}: Outlined): readonly { row: Row; words: RowWords }[] {
  const describeStep = useDescribeStep(connectors, recipe.key);
  const describeTrigger = useDescribeTrigger(connectors);
  const wayLabel = useWayLabel(recipe);
  return useMemo(() => {
    const problemAt = (pointer: string) => {
      const own = issues.filter((issue) => isOwn(issue.pointer, pointer));
      const gravest = own.find(({ severity }) => severity === 'error') ?? own[0];
      return { problem: gravest?.message, severity: gravest?.severity };
    };
    const nothing = { problem: undefined, severity: undefined, isSkipped: false, status: undefined };
    const wordsOf = (row: Row): RowWords => {
      switch (row.kind) {
        case 'way':
          return { ...nothing, label: wayLabel(row.list), mark: undefined, connector: undefined };
        case 'trigger': {
          const { title, connector } = describeTrigger(recipe.trigger);
          return { ...nothing, ...problemAt('/trigger'), label: title, mark: 'trigger', connector };
        }
        case 'step': {
          const { step, number, pointer } = row.entry;
          const { title, connector } = describeStep(step);
          return {
            ...problemAt(pointer),
            label: `${number} ${title}`,
            mark: step.kind,
            connector,
            isSkipped: step.skip === true,
            status: runs?.get(step.id)?.status,
          };
        }
      }
    };
    return rows.map((row) => ({ row, words: wordsOf(row) }));
  }, [rows, recipe, issues, runs, describeStep, describeTrigger, wayLabel]);
}

/** Inside the step itself, and not inside a step that it holds. */
const isOwn = (pointer: string, step: string): boolean =>
  (pointer === step || pointer.startsWith(`${step}/`)) &&
  !/\/(steps|onError|else)\/\d+/.test(pointer.slice(step.length));
