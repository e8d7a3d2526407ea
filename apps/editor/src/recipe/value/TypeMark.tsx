import type { LucideIcon } from 'lucide-react';
import AnyIcon from 'lucide-react/icons/asterisk';
import GroupIcon from 'lucide-react/icons/braces';
import NumberIcon from 'lucide-react/icons/hash';
import ListIcon from 'lucide-react/icons/list';
import SwitchIcon from 'lucide-react/icons/toggle-left';
import TextIcon from 'lucide-react/icons/type';
import { useTranslation } from 'react-i18next';
import type { FieldType } from '../model/schema-field.js';
import classes from './value.module.css';

const ICONS: Readonly<Record<FieldType, LucideIcon>> = {
  text: TextIcon,
  number: NumberIcon,
  boolean: SwitchIcon,
  list: ListIcon,
  object: GroupIcon,
  any: AnyIcon,
};

/** Of what type a value is, at a glance; the words are its title. */
export function TypeMark({ type }: { type: FieldType }) {
  const { t } = useTranslation();
  const Icon = ICONS[type];
  return (
    <span className={classes.type} title={t(`recipe.types.${type}`)} aria-hidden>
      <Icon size={13} />
    </span>
  );
}
