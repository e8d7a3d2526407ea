import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { fieldOfPath } from '../model/pills-in-scope.js';
import { usePillName } from './use-source-name.js';
import classes from './value.module.css';

/** One value of an earlier step, as a thing. */
export function PillChip({ path, onRemove }: { path: string; onRemove?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { sources } = useEdit();
  const name = usePillName()(path);
  return (
    <span className={classes.chip} data-lost={fieldOfPath(path, sources) === undefined || undefined} title={path}>
      <span className={classes.chipName}>{name}</span>
      {onRemove && <CloseButton size="xs" onClick={onRemove} aria-label={t('recipe.value.remove', { name })} />}
    </span>
  );
}
