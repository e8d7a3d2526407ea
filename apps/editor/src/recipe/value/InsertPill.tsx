import { ActionIcon, Tooltip } from '@mantine/core';
import PillIcon from 'lucide-react/icons/circle-plus';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldType } from '../model/schema-field.js';
import { PillPicker } from './PillPicker.js';

interface InsertPillProps {
  /** The name of the field that the value is for. */
  label: string;
  onChoose: (path: string, type: FieldType) => void;
}

/** The button of a field that offers the values that it can take. */
export function InsertPill({ label, onChoose }: InsertPillProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Tooltip label={t('recipe.pills.insert')} disabled={isOpen}>
      <span>
        <PillPicker
          isOpen={isOpen}
          onClose={() => {
            setOpen(false);
          }}
          onChoose={(path, type) => {
            setOpen(false);
            button.current?.focus();
            onChoose(path, type);
          }}
        >
          <ActionIcon
            ref={button}
            size="sm"
            aria-label={t('recipe.pills.insertInto', { name: label })}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            <PillIcon size={15} aria-hidden />
          </ActionIcon>
        </PillPicker>
      </span>
    </Tooltip>
  );
}
