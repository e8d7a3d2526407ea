import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import classes from './ChangeList.module.css';
import type { ValueKind } from './property-names.js';

interface ChangedValueProps {
  value: unknown;
  kind: ValueKind;
  side: 'before' | 'after';
  /** What the value is called, where it is a technical one. */
  label?: string | undefined;
}

/** One side of a change. */
export function ChangedValue({ value, kind, side, label }: ChangedValueProps) {
  const { t } = useTranslation();
  const written = useWritten(value, kind);
  const isNothing = written === '';
  return (
    <span className={`${classes.value} ${classes[isNothing ? 'nothing' : side]}`}>
      <VisuallyHidden>{t(`changes.${side}`)} </VisuallyHidden>
      {isNothing ? t('changes.empty') : <span translate="no">{label ?? written}</span>}
    </span>
  );
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** As people write it; '' where there is nothing. */
function useWritten(value: unknown, kind: ValueKind): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (kind === 'flag' && (value === 'true' || value === 'false'))
    return t(value === 'true' ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return kind === 'bytes' ? format.bytes(value) : format.number(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (kind === 'number' && value !== '' && Number.isFinite(Number(value))) return format.number(Number(value));
  if (DAY.test(value)) return format.day(`${value}T00:00`);
  if (INSTANT.test(value) && !Number.isNaN(Date.parse(value))) return format.instant(value);
  return value;
}
