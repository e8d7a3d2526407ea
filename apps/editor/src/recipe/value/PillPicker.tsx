import { Popover, ScrollArea, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldType } from '../model/schema-field.js';
import { useEdit } from '../edit/edit-context.js';
import { brief } from './read-formula.js';
import { sampleAt, type PillRow } from './pill-rows.js';
import { TypeMark } from './TypeMark.js';
import { usePillGroups } from './use-pill-groups.js';
import classes from './value.module.css';
import { useSaid } from '../../texts/use-said.js';

interface PillPickerProps {
  isOpen: boolean;
  onClose: () => void;
  onChoose: (path: string, type: FieldType) => void;
  /** Under which end of what it hangs on. */
  position?: 'bottom-start' | 'bottom-end';
  /** What the picker hangs on. */
  children: ReactNode;
}

/** The values that a field can take: by source, with type and sample value, to be searched by words. */
export function PillPicker({ isOpen, onClose, onChoose, position = 'bottom-end', children }: PillPickerProps) {
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => {
        if (!opened) onClose();
      }}
      position={position}
      width={340}
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown p="xs">{isOpen && <Pills onChoose={onChoose} />}</Popover.Dropdown>
    </Popover>
  );
}

function Pills({ onChoose }: Pick<PillPickerProps, 'onChoose'>) {
  const { t } = useTranslation();
  const { readBefore } = useEdit();
  const [typed, setTyped] = useState('');
  const groups = usePillGroups(typed);
  return (
    <div onKeyDown={goThrough}>
      <TextInput
        data-autofocus
        size="xs"
        aria-label={t('recipe.pills.search')}
        placeholder={t('recipe.pills.search')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <ScrollArea.Autosize mah={320} mt={6} type="auto" offsetScrollbars>
        {groups.map(({ name, about, rows, read }) => (
          <div key={name} role="group" aria-label={name}>
            <Text size="xs" fw={600} c="dimmed" px={6} pt={8} pb={2}>
              {name}
              {about !== undefined && <span className={classes.groupAbout}> · {about}</span>}
            </Text>
            {rows.map((row) => (
              <Pill
                key={row.path}
                row={row}
                onChoose={() => {
                  if (read) readBefore?.(read);
                  onChoose(row.path, row.type);
                }}
              />
            ))}
          </div>
        ))}
        {groups.length === 0 && (
          <Text size="sm" c="dimmed" p="sm">
            {t('recipe.pills.nothing')}
          </Text>
        )}
      </ScrollArea.Autosize>
    </div>
  );
}

/** The arrow keys go from the field to the values and through them; Enter in the field takes the first. */
function goThrough(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
  const isField = event.target instanceof HTMLInputElement;
  if (by === undefined || (event.key === 'Enter' && !isField)) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  const next = stops[stops.findIndex((stop) => stop === document.activeElement) + by];
  if (event.key === 'Enter') next?.click();
  else next?.focus();
}

function Pill({ row, onChoose }: { row: PillRow; onChoose: () => void }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { sample } = useEdit();
  const value = sampleAt(sample, row.path);
  return (
    <UnstyledButton
      className={classes.pillRow}
      title={row.about === undefined ? row.path : said(row.about)}
      onClick={onChoose}
    >
      <TypeMark type={row.type} />
      <span className={classes.pillName}>{row.label}</span>
      <span className={classes.pillSample}>
        {value === undefined || value === null ? (
          t(`recipe.types.${row.type}`)
        ) : (
          <span translate="no">{brief(value, 28)}</span>
        )}
      </span>
    </UnstyledButton>
  );
}
