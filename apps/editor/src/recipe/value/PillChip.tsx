import { CloseButton, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdit } from '../edit/edit-context.js';
import { fieldOfPath } from '../model/pills-in-scope.js';
import { PillPicker } from './PillPicker.js';
import { usePillName } from './use-source-name.js';
import classes from './value.module.css';

interface PillChipProps {
  path: string;
  /** Without them it is only to be read. */
  onReplace?: ((path: string) => void) | undefined;
  onRemove?: (() => void) | undefined;
}

/** One value of an earlier step, as a thing: its name offers others in its place. */
export function PillChip({ path, onReplace, onRemove }: PillChipProps) {
  const { t } = useTranslation();
  const { sources } = useEdit();
  const name = usePillName()(path);
  return (
    <span className={classes.chip} data-lost={fieldOfPath(path, sources) === undefined || undefined} title={path}>
      {onReplace ? <Replace name={name} onReplace={onReplace} /> : <span className={classes.chipName}>{name}</span>}
      {onRemove && <CloseButton size="xs" onClick={onRemove} aria-label={t('recipe.value.remove', { name })} />}
    </span>
  );
}

function Replace({ name, onReplace }: { name: string; onReplace: (path: string) => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <PillPicker
      isOpen={isOpen}
      position="bottom-start"
      onClose={() => {
        setOpen(false);
      }}
      onChoose={(path) => {
        setOpen(false);
        onReplace(path);
      }}
    >
      <UnstyledButton
        className={classes.chipName}
        aria-label={t('recipe.value.replace', { name })}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {name}
      </UnstyledButton>
    </PillPicker>
  );
}
