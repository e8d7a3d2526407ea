import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useServerText } from '../texts/use-server-text.js';
import type { Column } from './matrix.js';
import classes from './MatrixGrid.module.css';

interface MatrixHeadProps {
  columns: readonly Column[];
  titles: readonly string[];
  selected: ReadonlySet<string>;
  /** How many of the rows that are shown are selected. */
  rows: 'none' | 'some' | 'all';
  onSelectAll: () => void;
  onSelectColumn: (recipe: string) => void;
}

/** The names of the automations; it stays in sight. */
export function MatrixHead({ columns, titles, selected, rows, onSelectAll, onSelectColumn }: MatrixHeadProps) {
  const { t } = useTranslation();
  const serverText = useServerText();
  return (
    <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
      <div role="columnheader" aria-colindex={1} className={classes.corner}>
        <input
          type="checkbox"
          className={classes.box}
          checked={rows === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = rows === 'some';
          }}
          aria-label={t('matrix.selectAll')}
          onChange={onSelectAll}
        />
        {t('matrix.template')}
      </div>
      {columns.map(({ key, description }, index) => (
        <div key={key} role="columnheader" aria-colindex={index + 2} className={classes.columnHead}>
          <Tooltip
            label={serverText(['recipes', key, 'description'], description ?? '')}
            multiline
            w={280}
            disabled={description === null}
          >
            <span>{titles[index]}</span>
          </Tooltip>
          <input
            type="checkbox"
            className={`${classes.box} ${classes.columnBox}`}
            tabIndex={-1}
            checked={selected.has(key)}
            aria-label={t('matrix.select', { name: titles[index] })}
            title={t('matrix.selectColumnKeys')}
            onChange={() => {
              onSelectColumn(key);
            }}
          />
        </div>
      ))}
    </div>
  );
}
