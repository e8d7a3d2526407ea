import GripIcon from 'lucide-react/icons/grip-vertical';
import type { HTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './order.module.css';

/** What a line is dragged by. For the mouse; the keyboard has buttons for it. */
export function DragHandle(props: HTMLAttributes<HTMLElement>) {
  const { t } = useTranslation();
  return (
    <span {...props} className={classes.handle} title={t('recipe.order.drag')} aria-hidden>
      <GripIcon size={14} aria-hidden />
    </span>
  );
}
