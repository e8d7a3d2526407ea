import type { Issue, Recipe } from '@tandem/recipes';
import { useMemo } from 'react';
import { useWayLabel } from '../condition/use-way-label.js';
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
}

/** Says of each row of the outline what it is, and what is wrong there; made anew only where that may be otherwise. */
export function useRowWords({ rows, recipe, connectors, issues }: Outlined): readonly { row: Row; words: RowWords }[] {
  const describeStep = useDescribeStep(connectors, recipe.key);
  const describeTrigger = useDescribeTrigger(connectors);
  const wayLabel = useWayLabel(recipe);
  return useMemo(() => {
    const errors = issues.filter(({ severity }) => severity === 'error');
    const problemAt = (pointer: string): string | undefined =>
      errors.find((issue) => isOwn(issue.pointer, pointer))?.message;
    const wordsOf = (row: Row): RowWords => {
      switch (row.kind) {
        case 'way':
          return { label: wayLabel(row.list), problem: undefined, mark: undefined, connector: undefined };
        case 'trigger': {
          const { title, connector } = describeTrigger(recipe.trigger);
          return { label: title, problem: problemAt('/trigger'), mark: 'trigger', connector };
        }
        case 'step': {
          const { step, number, pointer } = row.entry;
          const { title, connector } = describeStep(step);
          return { label: `${number} ${title}`, problem: problemAt(pointer), mark: step.kind, connector };
        }
      }
    };
    return rows.map((row) => ({ row, words: wordsOf(row) }));
  }, [rows, recipe, issues, describeStep, describeTrigger, wayLabel]);
}

/** Inside the step itself, and not inside a step that it holds. */
const isOwn = (pointer: string, step: string): boolean =>
  (pointer === step || pointer.startsWith(`${step}/`)) &&
  !/\/(steps|onError|else)\/\d+/.test(pointer.slice(step.length));
