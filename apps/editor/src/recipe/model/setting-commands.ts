import type { PickListSource, Recipe, Setting } from '@tandem/recipes';
import type { Connectors } from './connectors.js';
import { freshId } from './fresh-id.js';
import { renameSettingInRecipe } from './rename-pills.js';
import { readField } from './schema-field.js';

export type SettingType = Setting['type'];
export const SETTING_TYPES: readonly SettingType[] = ['text', 'number', 'switch', 'choice', 'choices', 'mapping'];
export const MAX_SETTINGS = 50;

const withSettings = (recipe: Recipe, settings: Setting[]): Recipe => ({ ...recipe, settings });

/** A recipe with a new text at the end of what people fill in. */
export function addSetting(recipe: Recipe, title: string): Recipe {
  const taken = new Set(recipe.settings.map(({ key }) => key));
  return withSettings(recipe, [...recipe.settings, { key: freshId(title, taken), title, type: 'text' }]);
}

export const putSetting = (recipe: Recipe, index: number, setting: Setting): Recipe =>
  withSettings(recipe, recipe.settings.with(index, setting));

export const removeSetting = (recipe: Recipe, index: number): Recipe =>
  withSettings(recipe, recipe.settings.toSpliced(index, 1));

export function moveSetting(recipe: Recipe, from: number, to: number): Recipe {
  const { settings } = recipe;
  const moved = settings[from];
  if (!moved || from === to || !(to in settings)) return recipe;
  return withSettings(recipe, settings.toSpliced(from, 1).toSpliced(to, 0, moved));
}

export const isSettingKey = (text: string): boolean => /^[a-z][a-z0-9_]{0,63}$/.test(text);

/** Values and pick lists that refer to the setting follow it. Unchanged when the key is no key or is taken. */
export function renameSetting(recipe: Recipe, index: number, key: string): Recipe {
  const from = recipe.settings[index]?.key;
  if (from === undefined || !isSettingKey(key) || recipe.settings.some((setting) => setting.key === key)) return recipe;
  const settings = recipe.settings.map((setting, at) =>
    withSources(at === index ? { ...setting, key } : setting, (source) => renameInSource(source, from, key)),
  );
  return withSettings(renameSettingInRecipe(recipe, from, key), settings);
}

function withSources(setting: Setting, change: (source: PickListSource) => PickListSource): Setting {
  switch (setting.type) {
    case 'choice':
    case 'choices':
      return { ...setting, from: change(setting.from) };
    case 'mapping':
      return { ...setting, keys: change(setting.keys), values: change(setting.values) };
    case 'text':
    case 'number':
    case 'switch':
      return setting;
  }
}

function renameInSource(source: PickListSource, from: string, to: string): PickListSource {
  if (source.input === undefined) return source;
  const input = Object.entries(source.input).map(([name, key]) => [name, key === from ? to : key] as const);
  return { ...source, input: Object.fromEntries(input) };
}

/** The same setting as another type; its default goes, since it would mean nothing. */
export function asType(
  setting: Setting,
  type: SettingType,
  settings: readonly Setting[],
  connectors: Connectors,
): Setting {
  if (setting.type === type) return setting;
  const { key, title, help, required } = setting;
  const common = { key, title, ...(help !== undefined && { help }), ...(required !== undefined && { required }) };
  const source = sourceOf(setting) ?? firstSource(settings, key, connectors);
  switch (type) {
    case 'text':
    case 'number':
    case 'switch':
      return { ...common, type };
    case 'choice':
    case 'choices':
      return { ...common, type, from: source };
    case 'mapping':
      return { ...common, type, keys: source, values: source };
  }
}

function sourceOf(setting: Setting): PickListSource | undefined {
  if (setting.type === 'choice' || setting.type === 'choices') return setting.from;
  return setting.type === 'mapping' ? setting.values : undefined;
}

function firstSource(settings: readonly Setting[], key: string, connectors: Connectors): PickListSource {
  const [connector] = connectors.filter(({ pick_lists: lists }) => lists.length > 0);
  const list = connector?.pick_lists[0]?.key ?? '';
  return pickListSource({ connector: connector?.key ?? '', pickList: list }, settings, key, connectors);
}

/** The inputs of a pick list, such as the pipeline whose stages it lists. */
export function inputsOf({ connector, pickList }: PickListSource, connectors: Connectors): string[] {
  const list = connectors.find(({ key }) => key === connector)?.pick_lists.find(({ key }) => key === pickList);
  return list ? [...readField(list.input).members.keys()] : [];
}

/** A source that takes each input from the choice above that has its name, else from the first there is. */
export function pickListSource(
  wish: Pick<PickListSource, 'connector' | 'pickList'>,
  settings: readonly Setting[],
  key: string,
  connectors: Connectors,
): PickListSource {
  const givers = settings.filter(
    (setting) => setting.key !== key && (setting.type === 'choice' || setting.type === 'text'),
  );
  const input = inputsOf(wish, connectors).flatMap((name) => {
    const giver = givers.find((setting) => setting.key === name) ?? givers.find(({ type }) => type === 'choice');
    return giver ? [[name, giver.key] as const] : [];
  });
  return { ...wish, ...(input.length > 0 && { input: Object.fromEntries(input) }) };
}
