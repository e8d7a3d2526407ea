import { UnstyledButton } from '@mantine/core';
import CheckIcon from 'lucide-react/icons/check';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from './matrix.js';
import classes from './MatrixCell.module.css';

interface MatrixCellProps {
  cell: Cell;
  recipeName: string;
  rowName: string;
  /** What keeps a switched-on automation from working; undefined: nothing. */
  trouble: string | undefined;
  isCurrent: boolean;
  onOpen: (cell: Cell) => void;
}

/** One automation for one template: on, off, or as for all templates. */
export const MatrixCell = memo(function MatrixCell({
  cell,
  recipeName,
  rowName,
  trouble,
  isCurrent,
  onOpen,
}: MatrixCellProps) {
  const { t } = useTranslation();
  const isInherited = cell.from === 'default';
  const state = t(cell.enabled ? 'matrix.on' : 'matrix.off');
  const looks = [
    classes.button,
    cell.enabled ? classes.on : classes.off,
    isInherited ? classes.inherited : '',
    cell.from === 'own' && !cell.enabled && cell.templateId !== null ? classes.ownOff : '',
  ];
  const says = [
    recipeName,
    rowName,
    isInherited ? t('matrix.asDefault', { state }) : state,
    ...(trouble ? [trouble] : []),
  ];
  const shownTrouble = cell.enabled ? trouble : undefined;
  return (
    <UnstyledButton
      className={looks.join(' ')}
      tabIndex={isCurrent ? 0 : -1}
      title={shownTrouble ?? (isInherited ? t('matrix.fromDefault') : undefined)}
      aria-label={says.join(', ')}
      onClick={() => {
        onOpen(cell);
      }}
    >
      {cell.enabled && <CheckIcon size={14} strokeWidth={2.4} aria-hidden />}
      {state}
      {shownTrouble !== undefined && <span className={classes.trouble} />}
    </UnstyledButton>
  );
});
