import type { PickListSource, Setting } from '@tandem/recipes';

/** What is filled in, by the key of the setting. */
export type SettingValues = Readonly<Record<string, unknown>>;

const sourcesOf = (setting: Setting): PickListSource[] => {
  switch (setting.type) {
    case 'choice':
    case 'choices':
      return [setting.from];
    case 'mapping':
      return [setting.keys, setting.values];
    case 'text':
    case 'number':
    case 'switch':
      return [];
  }
};

const dependsOn = (setting: Setting, key: string): boolean =>
  sourcesOf(setting).some(({ input }) => Object.values(input ?? {}).includes(key));

/**
 * The values after one was changed. What was chosen from a list that hangs on it no longer means anything and is
 * emptied, such as the stages when the pipeline changes.
 */
export function withSetting(
  settings: readonly Setting[],
  values: SettingValues,
  key: string,
  value: unknown,
): SettingValues {
  const emptied = settings
    .filter((setting) => setting.key !== key && dependsOn(setting, key))
    .map((setting) => [setting.key, setting.type === 'mapping' ? {} : setting.type === 'choices' ? [] : null] as const);
  return { ...values, ...Object.fromEntries(emptied), [key]: value };
}

/** What a pick list has to be asked with; undefined while a setting that it hangs on is empty. */
export function pickListInput({ input }: PickListSource, values: SettingValues): Record<string, string> | undefined {
  const filled = Object.entries(input ?? {}).map(([name, key]) => [name, values[key]] as const);
  if (filled.some(([, value]) => typeof value !== 'string' || value === '')) return undefined;
  return Object.fromEntries(filled.map(([name, value]) => [name, String(value)]));
}

/** The settings that a pick list hangs on and that are still empty. */
export const lackingFor = ({ input }: PickListSource, values: SettingValues): string[] =>
  Object.values(input ?? {}).filter((key) => typeof values[key] !== 'string' || values[key] === '');

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Where something is still to be filled in: required settings, and keys of a mapping without a value. */
export function blankPaths(settings: readonly Setting[], values: SettingValues): string[] {
  return settings.flatMap(({ type, required, key }) => {
    if (isBlank(values[key])) return required === true ? [key] : [];
    if (type !== 'mapping') return [];
    return pairsOf(values[key]).flatMap(([name, value]) => (value === '' ? [`${key}/${name}`] : []));
  });
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** Pairs of texts, in the order in which they were filled in. */
export const pairsOf = (value: unknown): [key: string, value: string][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    : [];
