import type { Setting } from '@tandem/recipes';
import { pairsOf, textOf, textsOf } from '../../settings/settings-form.js';

/** A setting with another default; an empty one is none. */
export function withDefault(setting: Setting, value: unknown): Setting {
  switch (setting.type) {
    case 'text':
    case 'choice':
      return textOf(value) === '' ? without(setting) : { ...setting, default: textOf(value) };
    case 'number':
      return typeof value === 'number' ? { ...setting, default: value } : without(setting);
    case 'switch':
      return value === true ? { ...setting, default: true } : without(setting);
    case 'choices':
      return textsOf(value).length === 0 ? without(setting) : { ...setting, default: textsOf(value) };
    case 'mapping':
      return pairsOf(value).length === 0
        ? without(setting)
        : { ...setting, default: Object.fromEntries(pairsOf(value)) };
  }
}

function without<Kind extends Setting>(setting: Kind): Kind {
  const { default: _was, ...rest } = setting;
  return rest as Kind; // the default is optional in all of them
}
