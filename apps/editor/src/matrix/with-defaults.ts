import type { Setting } from '@tandem/recipes';
import type { SettingValues } from '../settings/settings-form.js';
import type { SayAgain } from '../texts/phrase-book.js';

/** What was never filled in stands at its default. */
export function withDefaults(settings: readonly Setting[], values: SettingValues): SettingValues {
  return Object.fromEntries(settings.map((setting) => [setting.key, values[setting.key] ?? setting.default ?? null]));
}

/**
 * The settings of a published recipe, which was validated by the schema that gives this type its meaning.
 * @param said for one of our own recipes: the texts that it would write are offered in the language of the page
 */
export function settingsOf(recipe: Record<string, unknown>, said?: SayAgain): readonly Setting[] {
  const settings = Array.isArray(recipe.settings) ? (recipe.settings as Setting[]) : [];
  if (said === undefined) return settings;
  return settings.map((setting) =>
    setting.type === 'text' && setting.default !== undefined ? { ...setting, default: said(setting.default) } : setting,
  );
}
