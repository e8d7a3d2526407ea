import { ScrollArea } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../model/step-lists.js';
import type { Choice } from './choice.js';
import classes from './Outline.module.css';
import { OutlineRow } from './OutlineRow.js';
import { placeAfter } from './outline-rows.js';
import type { Point } from './use-editor.js';
import { useRowWords, type Outlined } from './use-row-words.js';
import look from '../../look/tree.module.css';

interface OutlineProps extends Outlined {
  closed: ReadonlySet<string>;
  selected: readonly string[];
  /** The row that the keyboard is at. */
  current: string;
  onSelect: (row: string, choice: Choice) => void;
  onToggle: (row: string) => void;
  onMenu: (row: string, at: Point) => void;
  onInsert: ((place: Place) => void) | undefined;
}

/** The recipe as a tree: everything that the canvas shows, for the keyboard and for screen readers. */
export const Outline = memo(function Outline(props: OutlineProps) {
  const { rows, closed, selected, current, onSelect, onToggle, onMenu, onInsert } = props;
  const { t } = useTranslation();
  const lines = useRowWords(props);
  const tree = useKeyboardAt(current, rows);
  const chosen = new Set(selected);
  const add = useCallbackRef((id: string) => {
    const row = rows.find((one) => one.id === id);
    if (row) onInsert?.(placeAfter(row));
  });
  return (
    <ScrollArea className={classes.scroll} type="auto">
      <div ref={tree} role="tree" aria-label={t('recipe.outline.label')} aria-multiselectable className={look.tree}>
        {lines.map(({ row, words }) => (
          <OutlineRow
            key={row.id}
            id={row.id}
            kind={row.kind}
            level={row.level}
            position={row.position}
            of={row.of}
            {...words}
            isSelected={chosen.has(row.id)}
            isCurrent={row.id === current}
            isOpen={row.kind === 'way' || (row.kind === 'step' && row.isOpenable) ? !closed.has(row.id) : undefined}
            onSelect={onSelect}
            onToggle={onToggle}
            onMenu={onMenu}
            onAdd={onInsert && add}
          />
        ))}
      </div>
    </ScrollArea>
  );
});

/** The keyboard goes along with what is looked at while it is in the tree, and is not taken away from anywhere else. */
function useKeyboardAt(current: string, rows: OutlineProps['rows']) {
  const tree = useRef<HTMLDivElement>(null);
  const wasShown = useRef(false);
  useEffect(() => {
    const row = rowOf(tree.current);
    row?.scrollIntoView({ block: 'nearest' });
    if (tree.current?.contains(document.activeElement)) row?.focus({ preventScroll: true });
  }, [current]);
  useEffect(() => {
    // A row that has gone, or that was put elsewhere, has lost the keyboard.
    if (wasShown.current && document.activeElement === document.body)
      rowOf(tree.current)?.focus({ preventScroll: true });
    wasShown.current = true;
  }, [current, rows]);
  return tree;
}

const rowOf = (tree: HTMLElement | null): HTMLElement | null =>
  tree?.querySelector<HTMLElement>('[tabindex="0"]') ?? null;
