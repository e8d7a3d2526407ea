import { VisuallyHidden } from '@mantine/core';
import type { Issue, Step } from '@tandem/recipes';
import ChevronIcon from 'lucide-react/icons/chevron-right';
import PlusIcon from 'lucide-react/icons/plus';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { RunBadge, type StepState } from '../canvas/RunBadge.js';
import { StepMark } from '../canvas/StepMark.js';
import { choiceOf, type Choice } from './choice.js';
import classes from './Outline.module.css';
import type { Row } from './outline-rows.js';
import type { Point } from './use-editor.js';
import look from '../../look/tree.module.css';

/** A row in words; plain values only, so that a row is drawn again only when it says something else. */
export interface RowWords {
  label: string;
  problem: string | undefined;
  severity: Issue['severity'] | undefined;
  isSkipped: boolean;
  /** In a preview. */
  status: StepState['status'] | undefined;
  mark: Step['kind'] | 'trigger' | undefined;
  connector: string | undefined;
}

interface OutlineRowProps extends RowWords {
  id: string;
  kind: Row['kind'];
  level: number;
  position: number;
  of: number;
  isSelected: boolean;
  /** The keyboard is at this row. */
  isCurrent: boolean;
  /** Undefined for rows that hold none. */
  isOpen: boolean | undefined;
  onSelect: (row: string, choice: Choice) => void;
  onToggle: (row: string) => void;
  onMenu: (row: string, at: Point) => void;
  onAdd: ((row: string) => void) | undefined;
}

/** One line of the outline. */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { id, kind, level, position, of, label, problem, mark, connector, isOpen, onSelect, onToggle } = props;
  const { t } = useTranslation();
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={of}
      aria-selected={props.isSelected}
      aria-expanded={isOpen}
      tabIndex={props.isCurrent ? 0 : -1}
      className={`${look.row} ${classes.row}`}
      data-kind={kind}
      data-problem={props.severity}
      data-skipped={props.isSkipped || undefined}
      style={{ paddingInlineStart: 6 + (level - 1) * 12 }}
      onClick={(event) => {
        onSelect(id, choiceOf(event));
        event.currentTarget.focus();
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu(id, { x: event.clientX, y: event.clientY });
      }}
    >
      <span
        className={classes.toggle}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          if (isOpen !== undefined) onToggle(id);
        }}
      >
        {isOpen !== undefined && <ChevronIcon size={13} data-open={isOpen || undefined} />}
      </span>
      {mark && <StepMark kind={mark} connector={connector} />}
      <span className={`${look.label} ${classes.label}`}>{label}</span>
      {props.isSkipped && <VisuallyHidden>, {t('recipe.canvas.skipped')}</VisuallyHidden>}
      {props.status && <RunBadge status={props.status} />}
      {problem !== undefined && <VisuallyHidden>. {problem}</VisuallyHidden>}
      {props.onAdd && <Add id={id} label={label} onAdd={props.onAdd} />}
    </div>
  );
});

function Add({ id, label, onAdd }: { id: string; label: string; onAdd: (row: string) => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden // for the mouse; the keyboard has a key for it, and a row is called by its label alone
      className={classes.add}
      title={t('recipe.outline.addAfter', { name: label })}
      onClick={(event) => {
        event.stopPropagation();
        onAdd(id);
      }}
    >
      <PlusIcon size={12} aria-hidden />
    </button>
  );
}
