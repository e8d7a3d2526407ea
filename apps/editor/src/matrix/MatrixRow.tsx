import { Text } from '@mantine/core';
import { memo } from 'react';
import type { Cell } from './matrix.js';
import classes from './MatrixGrid.module.css';
import { MatrixCell } from './MatrixCell.js';
import type { Place } from './use-grid-keys.js';

interface MatrixRowProps {
  /** 0 is the row of all templates. */
  row: number;
  name: string;
  hint?: string;
  /** Of the columns. */
  titles: readonly string[];
  cells: readonly Cell[];
  trouble: string | undefined;
  /** The column whose cell Tab leads to, if it is in this row. */
  currentColumn: number | undefined;
  onOpen: (cell: Cell) => void;
  onFocus: (place: Place) => void;
}

/** One template with its automations. Of hundreds, only those that change are drawn again. */
export const MatrixRow = memo(function MatrixRow({
  row,
  name,
  hint,
  titles,
  cells,
  trouble,
  currentColumn,
  onOpen,
  onFocus,
}: MatrixRowProps) {
  return (
    <div role="row" aria-rowindex={row + 2} className={`${classes.row} ${row === 0 ? classes.defaults : ''}`}>
      <div role="rowheader" aria-colindex={1} className={classes.name} title={name}>
        <span>{name}</span>
        {hint !== undefined && (
          <Text size="xs" c="dimmed" fw={400}>
            {hint}
          </Text>
        )}
      </div>
      {cells.map((cell, index) => (
        <div
          key={cell.recipe}
          role="gridcell"
          aria-colindex={index + 2}
          className={classes.cell}
          onFocus={() => {
            onFocus({ row, column: index });
          }}
        >
          <MatrixCell
            cell={cell}
            recipeName={titles[index] ?? cell.recipe}
            rowName={name}
            trouble={trouble}
            isCurrent={currentColumn === index}
            onOpen={onOpen}
          />
        </div>
      ))}
    </div>
  );
});
