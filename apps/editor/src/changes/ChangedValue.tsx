import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import classes from './ChangeList.module.css';
import type { ValueKind } from './property-names.js';
import { writeValue } from './write-value.js';

interface ChangedValueProps {
  value: unknown;
  kind: ValueKind;
  /** Of an amount, where it is known. */
  currency?: string | null | undefined;
  side: 'before' | 'after';
  /** What the value is called, where it is a technical one. */
  label?: string | undefined;
}

/** One side of a change. */
export function ChangedValue({ value, kind, currency, side, label }: ChangedValueProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const sayFlag = (is: boolean): string => t(is ? 'common.yes' : 'common.no');
  const written = writeValue(value, { kind, currency, format, sayFlag });
  const isNothing = written === '';
  return (
    <span className={`${classes.value} ${classes[isNothing ? 'nothing' : side]}`}>
      <VisuallyHidden>{t(`changes.${side}`)} </VisuallyHidden>
      {isNothing ? t('changes.empty') : <span translate="no">{label ?? written}</span>}
    </span>
  );
}
