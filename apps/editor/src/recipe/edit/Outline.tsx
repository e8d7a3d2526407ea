import { ScrollArea } from '@mantine/core';
import ChevronIcon from 'lucide-react/icons/chevron-right';
import PlusIcon from 'lucide-react/icons/plus';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { StepMark } from '../canvas/StepMark.js';
import { useWayLabel } from '../condition/use-way-label.js';
import type { Place } from '../model/step-lists.js';
import { useEdit } from './edit-context.js';
import classes from './Outline.module.css';
import { placeAfter, type Row } from './outline-rows.js';
import { useDescribeStep, useDescribeTrigger } from './use-describe.js';

interface OutlineProps {
  rows: readonly Row[];
  closed: ReadonlySet<string>;
  selected: readonly string[];
  /** The row that the keyboard is at. */
  current: string;
  onSelect: (row: string, isMore: boolean) => void;
  onToggle: (row: string) => void;
  onInsert: ((place: Place) => void) | undefined;
}

/** The recipe as a tree: everything that the canvas shows, for the keyboard and for screen readers. */
export function Outline({ rows, closed, selected, current, onSelect, onToggle, onInsert }: OutlineProps) {
  const { t } = useTranslation();
  const tree = useRef<HTMLDivElement>(null);
  const wasShown = useRef(false);
  const words = useRowWords();

  useEffect(() => {
    const row = tree.current?.querySelector<HTMLElement>('[tabindex="0"]');
    row?.scrollIntoView({ block: 'nearest' });
    // The keyboard goes along while it is in the tree, and is not taken away from anywhere else.
    // Where the row that had it is gone, it goes to the next one.
    const isLost = wasShown.current && document.activeElement === document.body;
    if (isLost || tree.current?.contains(document.activeElement)) row?.focus({ preventScroll: true });
    wasShown.current = true;
  }, [current]);

  return (
    <ScrollArea className={classes.scroll} type="auto">
      <div ref={tree} role="tree" aria-label={t('recipe.outline.label')} aria-multiselectable className={classes.tree}>
        {rows.map((row) => {
          const isOpenable = row.kind === 'way' || (row.kind === 'step' && row.isOpenable);
          const { label, problem, mark } = words(row);
          return (
            <div
              key={row.id}
              role="treeitem"
              aria-level={row.level}
              aria-posinset={row.position}
              aria-setsize={row.of}
              aria-selected={selected.includes(row.id)}
              aria-expanded={isOpenable ? !closed.has(row.id) : undefined}
              aria-label={problem === undefined ? label : `${label}. ${problem}`}
              tabIndex={row.id === current ? 0 : -1}
              className={classes.row}
              data-kind={row.kind}
              data-problem={problem !== undefined || undefined}
              style={{ paddingInlineStart: 6 + (row.level - 1) * 12 }}
              onClick={(event) => {
                onSelect(row.id, event.shiftKey || event.ctrlKey || event.metaKey);
                event.currentTarget.focus();
              }}
            >
              <span
                className={classes.toggle}
                aria-hidden
                onClick={(event) => {
                  event.stopPropagation();
                  if (isOpenable) onToggle(row.id);
                }}
              >
                {isOpenable && <ChevronIcon size={13} data-open={!closed.has(row.id) || undefined} />}
              </span>
              {mark}
              <span className={classes.label}>{label}</span>
              {onInsert && (
                <button
                  type="button"
                  tabIndex={-1}
                  className={classes.add}
                  aria-label={t('recipe.outline.addAfter', { name: label })}
                  onClick={(event) => {
                    event.stopPropagation();
                    onInsert(placeAfter(row));
                  }}
                >
                  <PlusIcon size={12} aria-hidden />
                </button>
              )}
            </div>
          );
        })}
      </div>
    </ScrollArea>
  );
}

function useRowWords() {
  const { recipe, connectors, issues } = useEdit();
  const describeStep = useDescribeStep(connectors, recipe.key);
  const describeTrigger = useDescribeTrigger(connectors);
  const wayLabel = useWayLabel(recipe);
  return (row: Row) => {
    if (row.kind === 'way') return { label: wayLabel(row.list), problem: undefined, mark: null };
    const pointer = row.kind === 'step' ? row.entry.pointer : '/trigger';
    const problem = issues.find((issue) => issue.severity === 'error' && isOwn(issue.pointer, pointer))?.message;
    if (row.kind === 'trigger') {
      const { title, connector } = describeTrigger(recipe.trigger);
      return { label: title, problem, mark: <StepMark kind="trigger" connector={connector} /> };
    }
    const { title, connector } = describeStep(row.entry.step);
    const { step, number } = row.entry;
    return { label: `${number} ${title}`, problem, mark: <StepMark kind={step.kind} connector={connector} /> };
  };
}

/** Inside the step itself, and not inside a step that it holds. */
const isOwn = (pointer: string, step: string): boolean =>
  (pointer === step || pointer.startsWith(`${step}/`)) &&
  !/\/(steps|onError|else)\/\d+/.test(pointer.slice(step.length));
