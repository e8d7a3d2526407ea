import { useWayLabel } from '../condition/use-way-label.js';
import { useEdit } from './edit-context.js';
import type { RowWords } from './OutlineRow.js';
import type { Row } from './outline-rows.js';
import { useDescribeStep, useDescribeTrigger } from './use-describe.js';

/** Says what a row of the outline is, and what is wrong there. */
export function useRowWords(): (row: Row) => RowWords {
  const { recipe, connectors, issues } = useEdit();
  const describeStep = useDescribeStep(connectors, recipe.key);
  const describeTrigger = useDescribeTrigger(connectors);
  const wayLabel = useWayLabel(recipe);
  const errors = issues.filter(({ severity }) => severity === 'error');
  return (row) => {
    if (row.kind === 'way') {
      return { label: wayLabel(row.list), problem: undefined, mark: undefined, connector: undefined };
    }
    const pointer = row.kind === 'step' ? row.entry.pointer : '/trigger';
    const problem = errors.find((issue) => isOwn(issue.pointer, pointer))?.message;
    if (row.kind === 'trigger') {
      const { title, connector } = describeTrigger(recipe.trigger);
      return { label: title, problem, mark: 'trigger', connector };
    }
    const { title, connector } = describeStep(row.entry.step);
    const { step, number } = row.entry;
    return { label: `${number} ${title}`, problem, mark: step.kind, connector };
  };
}

/** Inside the step itself, and not inside a step that it holds. */
const isOwn = (pointer: string, step: string): boolean =>
  (pointer === step || pointer.startsWith(`${step}/`)) &&
  !/\/(steps|onError|else)\/\d+/.test(pointer.slice(step.length));
