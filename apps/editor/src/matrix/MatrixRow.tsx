import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from './matrix.js';
import classes from './MatrixGrid.module.css';
import { MatrixCell } from './MatrixCell.js';
import { defaultReadinessQuery, readinessOf, readinessQuery } from './readiness.js';
import type { Place } from './use-grid-keys.js';

interface MatrixRowProps {
  /** 0 is the row of all templates. */
  row: number;
  /** undefined: all templates. */
  templateId: string | undefined;
  name: string;
  /** A second line. */
  hint?: string | undefined;
  /** Of the columns. */
  titles: readonly string[];
  cells: readonly Cell[];
  isSelected: boolean;
  /** Recipe whose missing parts are shown, if it is in this row. */
  explained: string | undefined;
  /** The column whose cell Tab leads to, if it is in this row. */
  currentColumn: number | undefined;
  onOpen: (cell: Cell) => void;
  onExplain: (cell: Cell | undefined) => void;
  onFocus: (place: Place) => void;
  onSelect: (templateId: string, isRange: boolean) => void;
}

/** One template with its automations. Of hundreds, only those that change are drawn again. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, templateId, name, hint, titles, cells, isSelected, explained, currentColumn } = props;
  const { onOpen, onExplain, onFocus, onSelect } = props;
  const { t } = useTranslation();
  const ofTemplate = useQuery({ ...readinessQuery(templateId ?? ''), enabled: templateId !== undefined });
  const ofAll = useQuery({ ...defaultReadinessQuery, enabled: templateId === undefined });
  const readiness = templateId === undefined ? ofAll.data : ofTemplate.data;
  const looks = [classes.row, row === 0 ? classes.defaults : '', isSelected ? classes.selected : ''];
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-selected={templateId === undefined ? undefined : isSelected}
      className={looks.join(' ')}
    >
      <div role="rowheader" aria-colindex={1} className={classes.name} title={name}>
        {templateId !== undefined && (
          <input
            type="checkbox"
            className={classes.box}
            tabIndex={-1}
            checked={isSelected}
            aria-label={t('matrix.select', { name })}
            title={t('matrix.selectKeys')}
            onChange={({ nativeEvent }) => {
              onSelect(templateId, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
            }}
          />
        )}
        <div className={classes.words}>
          <span translate={templateId === undefined ? 'yes' : 'no'}>{name}</span>
          {hint !== undefined && (
            <Text component="span" size="xs" c="dimmed" fw={400}>
              {hint}
            </Text>
          )}
        </div>
      </div>
      {cells.map((cell, index) => {
        const found = readinessOf(readiness, cell.recipe);
        return (
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
              problems={found?.state === 'not_ready' ? found.problems : undefined}
              isCurrent={currentColumn === index}
              isExplained={explained === cell.recipe}
              onOpen={onOpen}
              onExplain={onExplain}
            />
          </div>
        );
      })}
    </div>
  );
});
