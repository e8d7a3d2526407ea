import { UnstyledButton } from '@mantine/core';
import CheckIcon from 'lucide-react/icons/check';
import { memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../api/lazily.js';
import type { Cell } from './matrix.js';
import classes from './MatrixCell.module.css';
import type { Problem } from './readiness.js';

const ReadinessPopover = lazily(async () => (await import('./ReadinessPopover.js')).ReadinessPopover);

interface MatrixCellProps {
  cell: Cell;
  recipeName: string;
  rowName: string;
  /** What is missing before it would work; undefined: nothing, or not known yet. */
  problems: readonly Problem[] | undefined;
  isCurrent: boolean;
  /** What is missing is being shown. */
  isExplained: boolean;
  onOpen: (cell: Cell) => void;
  /** undefined: shown no more. */
  onExplain: (cell: Cell | undefined) => void;
}

/** One automation for one template: on, off, or as for all templates, and whether it would work. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { cell, recipeName, rowName, problems, isCurrent, isExplained, onOpen, onExplain } = props;
  const { t } = useTranslation();
  const isInherited = cell.from === 'default';
  const state = t(cell.enabled ? 'matrix.on' : 'matrix.off');
  const looks = [
    classes.button,
    cell.enabled ? classes.on : classes.off,
    isInherited ? classes.inherited : '',
    cell.from === 'own' && !cell.enabled && cell.templateId !== null ? classes.ownOff : '',
  ];
  const lacks = problems ? t(cell.enabled ? 'matrix.notReady' : 'matrix.lacks') : undefined;
  const says = [
    recipeName,
    rowName,
    isInherited ? t('matrix.asDefault', { state }) : state,
    ...(lacks === undefined ? [] : [lacks]),
  ];
  const dot = (
    <button
      type="button"
      tabIndex={-1}
      className={cell.enabled ? classes.dot : `${classes.dot} ${classes.dotOff}`}
      aria-label={t('matrix.whatIsMissing', { recipe: recipeName, template: rowName })}
      title={lacks}
      onClick={() => {
        onExplain(cell);
      }}
    />
  );
  return (
    <span className={classes.cell}>
      <UnstyledButton
        className={looks.join(' ')}
        tabIndex={isCurrent ? 0 : -1}
        title={isInherited ? t('matrix.fromDefault') : undefined}
        aria-label={says.join(', ')}
        data-cell={`${cell.templateId ?? ''} ${cell.recipe}`}
        aria-keyshortcuts={problems ? 'I' : undefined}
        onClick={() => {
          onOpen(cell);
        }}
      >
        {cell.enabled && <CheckIcon size={14} strokeWidth={2.4} aria-hidden />}
        {state}
      </UnstyledButton>
      {problems && !isExplained && dot}
      {problems && isExplained && (
        <Suspense fallback={dot}>
          <ReadinessPopover
            cell={cell}
            title={`${recipeName}: ${rowName}`}
            problems={problems}
            onOpen={onOpen}
            onExplain={onExplain}
          >
            {dot}
          </ReadinessPopover>
        </Suspense>
      )}
    </span>
  );
});
