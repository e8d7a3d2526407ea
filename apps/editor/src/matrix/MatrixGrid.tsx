import { useCallback, useMemo, useRef, useState, type CSSProperties, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerText } from '../texts/use-server-text.js';
import type { Cell, Column, Row } from './matrix.js';
import classes from './MatrixGrid.module.css';
import { MatrixHead } from './MatrixHead.js';
import { MatrixRow } from './MatrixRow.js';
import { withAll, withColumn, withRange, withRow, type Selection } from './selection.js';
import { useGridKeys, type Place } from './use-grid-keys.js';
import { ROW_PX, useRowsInSight } from './use-rows-in-sight.js';

/** So many columns fit at a width of 1024. */
const SIDE_BY_SIDE = 5;

interface MatrixGridProps {
  columns: readonly Column[];
  /** Of all templates without a choice of their own. */
  defaults: readonly Cell[];
  rows: readonly Row[];
  selection: Selection;
  onSelect: Dispatch<SetStateAction<Selection>>;
  onOpen: (cell: Cell) => void;
}

/** Templates × automations. Only the rows in sight are on the page, however many there are. */
export function MatrixGrid({ columns, defaults, rows, selection, onSelect, onOpen }: MatrixGridProps) {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const [explained, setExplained] = useState<Cell>();
  const list = useRef<HTMLDivElement>(null);
  const sight = useRowsInSight(list, rows.length);

  const cellAt = ({ row, column }: Place): Element | null | undefined =>
    grid.current?.querySelector(`[aria-rowindex="${row + 2}"] [aria-colindex="${column + 2}"] button`);
  const show = (place: Place): void => {
    if (place.row > 0) sight.reveal(place.row - 1);
    // The row may only come onto the page now.
    requestAnimationFrame(() => {
      const cell = cellAt(place);
      if (cell instanceof HTMLElement) cell.focus();
    });
  };
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const idAt = (row: number): string | undefined => ids[row - 1];
  const { current, setCurrent, onKeyDown } = useGridKeys(rows.length + 1, columns.length, {
    show,
    toggleRow: (row) => {
      const id = idAt(row);
      if (id !== undefined) onSelect((before) => withRow(before, id));
    },
    extendTo: (from, to) => {
      const [first, id] = [idAt(from), idAt(to)];
      if (id === undefined) return;
      onSelect((before) =>
        withRange(before.anchor === null && first !== undefined ? withRow(before, first) : before, id, ids),
      );
    },
    toggleColumn: (index) => {
      const column = columns[index];
      if (column) onSelect((before) => withColumn(before, column.key));
    },
    selectAll: () => {
      onSelect((before) => withAll(before, ids));
    },
    explain: ({ row, column }) => {
      setExplained(row === 0 ? defaults[column] : rows[row - 1]?.cells[column]);
    },
  });
  const serverText = useServerText();
  const titles = useMemo(
    () => columns.map(({ key, name }) => serverText(['recipes', key, 'name'], name)),
    [columns, serverText],
  );
  const selectRow = useCallback(
    (id: string, isRange: boolean): void => {
      onSelect((before) => (isRange ? withRange(before, id, ids) : withRow(before, id)));
    },
    [onSelect, ids],
  );
  const explain = useCallback((cell: Cell | undefined): void => {
    setExplained((before) => {
      // Back to where the question was asked.
      if (!cell && before)
        requestAnimationFrame(() => {
          focusCellOf(grid.current, before);
        });
      return cell;
    });
  }, []);
  const common = { titles, onOpen, onExplain: explain, onFocus: setCurrent, onSelect: selectRow };
  const columnAt = (row: number): number | undefined => (current.row === row ? current.column : undefined);
  const explainedIn = (templateId: string | null): string | undefined =>
    explained?.templateId === templateId ? explained.recipe : undefined;
  const count = ids.reduce((sum, id) => sum + (selection.rows.has(id) ? 1 : 0), 0);
  // The number of columns is for the style sheet.
  const style = { '--count': columns.length } as CSSProperties;

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t('matrix.title')}
      aria-multiselectable
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 1}
      className={columns.length > SIDE_BY_SIDE ? `${classes.grid} ${classes.wide}` : classes.grid}
      style={style}
      onKeyDown={onKeyDown}
    >
      <MatrixHead
        columns={columns}
        titles={titles}
        selected={selection.columns}
        rows={count === 0 ? 'none' : count === ids.length ? 'all' : 'some'}
        onSelectAll={() => {
          onSelect((before) => withAll(before, ids));
        }}
        onSelectColumn={(key) => {
          onSelect((before) => withColumn(before, key));
        }}
      />
      <MatrixRow
        {...common}
        row={0}
        templateId={undefined}
        name={t('matrix.allTemplates')}
        hint={t('matrix.allTemplatesHint')}
        cells={defaults}
        isSelected={false}
        explained={explainedIn(null)}
        currentColumn={columnAt(0)}
      />
      <div ref={list} className={classes.rows} style={{ height: rows.length * ROW_PX }} role="rowgroup">
        {rows.slice(sight.first, sight.end).map((row, at) => {
          const index = sight.first + at;
          return (
            <div
              key={row.id}
              role="presentation"
              className={classes.virtual}
              style={{ transform: `translateY(${index * ROW_PX}px)`, height: ROW_PX }}
            >
              <MatrixRow
                {...common}
                row={index + 1}
                templateId={row.id}
                name={row.name}
                hint={row.folder}
                cells={row.cells}
                isSelected={selection.rows.has(row.id)}
                explained={explainedIn(row.id)}
                currentColumn={columnAt(index + 1)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** After a popover over it was closed, the cell has the focus again. */
function focusCellOf(grid: HTMLElement | null, { templateId, recipe }: Cell): void {
  const cell = grid?.querySelector(`[data-cell="${CSS.escape(`${templateId ?? ''} ${recipe}`)}"]`);
  if (cell instanceof HTMLElement && !grid?.contains(document.activeElement)) cell.focus();
}
