import { Tooltip } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerText } from '../texts/use-server-text.js';
import type { Cell, Column, Row } from './matrix.js';
import classes from './MatrixGrid.module.css';
import { MatrixRow } from './MatrixRow.js';
import { useGridKeys, type Place } from './use-grid-keys.js';

const ROW_PX = 46;
/** So many columns fit at a width of 1024. */
const SIDE_BY_SIDE = 5;

interface MatrixGridProps {
  columns: readonly Column[];
  /** Of all templates without a choice of their own. */
  defaults: readonly Cell[];
  rows: readonly Row[];
  /** What keeps switched-on automations from working; undefined: nothing. */
  trouble: string | undefined;
  onOpen: (cell: Cell) => void;
}

/** Templates × automations. Only the rows in sight are on the page, however many there are. */
export function MatrixGrid({ columns, defaults, rows, trouble, onOpen }: MatrixGridProps) {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    setOffset(grid.current?.offsetTop ?? 0);
  }, []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: offset,
  });

  const show = ({ row, column }: Place): void => {
    if (row > 0) virtual.scrollToIndex(row - 1);
    // The row may only come onto the page now.
    requestAnimationFrame(() => {
      const cell = grid.current?.querySelector(`[aria-rowindex="${row + 2}"] [aria-colindex="${column + 2}"] button`);
      if (cell instanceof HTMLElement) cell.focus();
    });
  };
  const { current, setCurrent, onKeyDown } = useGridKeys(rows.length + 1, columns.length, show);
  const serverText = useServerText();
  const titles = useMemo(
    () => columns.map(({ key, name }) => serverText(['recipes', key, 'name'], name)),
    [columns, serverText],
  );
  const common = { titles, trouble, onOpen, onFocus: setCurrent };
  const columnAt = (row: number): number | undefined => (current.row === row ? current.column : undefined);
  // The number of columns is for the style sheet.
  const style = { '--count': columns.length } as CSSProperties;

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t('matrix.title')}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 1}
      className={columns.length > SIDE_BY_SIDE ? `${classes.grid} ${classes.wide}` : classes.grid}
      style={style}
      onKeyDown={onKeyDown}
    >
      <MatrixHead columns={columns} titles={titles} />
      <MatrixRow
        {...common}
        row={0}
        name={t('matrix.allTemplates')}
        hint={t('matrix.allTemplatesHint')}
        cells={defaults}
        currentColumn={columnAt(0)}
      />
      <div className={classes.rows} style={{ height: virtual.getTotalSize() }} role="rowgroup">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={row.id}
              role="presentation"
              className={classes.virtual}
              style={{ transform: `translateY(${start - offset}px)`, height: ROW_PX }}
            >
              <MatrixRow
                {...common}
                row={index + 1}
                name={row.name}
                cells={row.cells}
                currentColumn={columnAt(index + 1)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function MatrixHead({ columns, titles }: { columns: readonly Column[]; titles: readonly string[] }) {
  const { t } = useTranslation();
  const serverText = useServerText();
  return (
    <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
      <div role="columnheader" aria-colindex={1} className={classes.corner}>
        {t('matrix.template')}
      </div>
      {columns.map(({ key, description }, index) => (
        <Tooltip
          key={key}
          label={serverText(['recipes', key, 'description'], description ?? '')}
          multiline
          w={280}
          disabled={description === null}
        >
          <div role="columnheader" aria-colindex={index + 2} className={classes.columnHead}>
            {titles[index]}
          </div>
        </Tooltip>
      ))}
    </div>
  );
}
