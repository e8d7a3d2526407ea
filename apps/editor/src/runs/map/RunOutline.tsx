import { ScrollArea, VisuallyHidden } from '@mantine/core';
import type { Recipe } from '@tandem/recipes';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { RunBadge, wordsOf, type StepState } from '../../recipe/canvas/RunBadge.js';
import { StepMark } from '../../recipe/canvas/StepMark.js';
import { useWayLabel } from '../../recipe/condition/use-way-label.js';
import { outlineRows, type Row } from '../../recipe/edit/outline-rows.js';
import { useDescribeStep, useDescribeTrigger } from '../../recipe/edit/use-describe.js';
import type { Connectors } from '../../recipe/model/connectors.js';
import classes from './outline.module.css';
import look from '../../look/tree.module.css';

interface RunOutlineProps {
  recipe: Recipe;
  connectors: Connectors;
  /** By step id. */
  states: ReadonlyMap<string, StepState>;
  /** `run`, `trigger` or `step:<id>`. */
  selected: string;
  onSelect: (row: string) => void;
}

type Line = Pick<Row, 'id' | 'level' | 'position' | 'of'>;

/** The run as a tree: everything that the canvas shows, for the keyboard and for screen readers. */
export function RunOutline({ recipe, connectors, states, selected, onSelect }: RunOutlineProps) {
  const { t } = useTranslation();
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => outlineRows(recipe), [recipe]);
  const describe = useRowWords(recipe, connectors);
  const lines: readonly (Line | Row)[] = [{ id: 'run', level: 1, position: 1, of: rows[0]?.of ?? 1 }, ...rows];

  useEffect(() => {
    const row = tree.current?.querySelector<HTMLElement>('[tabindex="0"]');
    row?.scrollIntoView({ block: 'nearest' });
    if (tree.current?.contains(document.activeElement)) row?.focus({ preventScroll: true });
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const to = targetOf(event.key, lines, selected);
    if (!to) return;
    event.preventDefault();
    onSelect(to.id);
  };
  return (
    <ScrollArea className={classes.scroll} type="auto">
      <div ref={tree} role="tree" aria-label={t('runs.map.steps')} className={look.tree} onKeyDown={onKeyDown}>
        {lines.map((line) => {
          const { label, mark } = 'kind' in line ? describe(line) : { label: t('runs.map.run'), mark: null };
          const state = 'kind' in line && line.kind === 'step' ? states.get(line.entry.step.id) : undefined;
          const isWay = 'kind' in line && line.kind === 'way';
          return (
            <div
              key={line.id}
              role="treeitem"
              aria-level={line.level}
              aria-posinset={line.position}
              aria-setsize={line.of}
              aria-selected={line.id === selected}
              tabIndex={line.id === selected ? 0 : -1}
              className={`${look.row} ${classes.row}`}
              data-kind={isWay ? 'way' : undefined}
              data-run={state?.status}
              style={{ paddingInlineStart: 8 + (line.level - 1) * 12 }}
              onClick={(event) => {
                onSelect(line.id);
                event.currentTarget.focus();
              }}
            >
              {mark}
              <span className={`${look.label} ${classes.label}`}>{label}</span>
              {state && (
                <>
                  <span aria-hidden className={classes.badge}>
                    <RunBadge status={state.status} />
                  </span>
                  <VisuallyHidden>
                    {[t(`recipe.run.${state.status}`), wordsOf(state)].filter((word) => word !== undefined).join(', ')}
                  </VisuallyHidden>
                </>
              )}
            </div>
          );
        })}
      </div>
    </ScrollArea>
  );
}

/** The heads of ways cannot be looked at; everything else can. */
function targetOf(key: string, lines: readonly (Line | Row)[], selected: string): Line | undefined {
  const stops = lines.filter((line) => !('kind' in line && line.kind === 'way'));
  const index = stops.findIndex(({ id }) => id === selected);
  const level = stops[index]?.level ?? 1;
  switch (key) {
    case 'ArrowDown':
      return stops[index + 1];
    case 'ArrowUp':
      return stops[index - 1];
    case 'ArrowRight':
      return (stops[index + 1]?.level ?? 0) > level ? stops[index + 1] : undefined;
    case 'ArrowLeft':
      return stops.slice(0, Math.max(0, index)).findLast((line) => line.level < level);
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
    default:
      return undefined;
  }
}

function useRowWords(recipe: Recipe, connectors: Connectors) {
  const describeStep = useDescribeStep(connectors, recipe.key);
  const describeTrigger = useDescribeTrigger(connectors);
  const wayLabel = useWayLabel(recipe);
  return (row: Row) => {
    if (row.kind === 'way') return { label: wayLabel(row.list), mark: null };
    if (row.kind === 'trigger') {
      const { title, connector } = describeTrigger(recipe.trigger);
      return { label: title, mark: <StepMark kind="trigger" connector={connector} /> };
    }
    const { step, number } = row.entry;
    const { title, connector } = describeStep(step);
    return { label: `${number} ${title}`, mark: <StepMark kind={step.kind} connector={connector} /> };
  };
}
