import type { Setting } from '@tandem/recipes';
import type { SettingValues } from '../settings/settings-form.js';

/** What was never filled in stands at its default. */
export function withDefaults(settings: readonly Setting[], values: SettingValues): SettingValues {
  return Object.fromEntries(settings.map((setting) => [setting.key, values[setting.key] ?? setting.default ?? null]));
}

/** Published recipes were validated by the schema that gives this type its meaning. */
export const settingsOf = (recipe: Record<string, unknown>): readonly Setting[] =>
  Array.isArray(recipe.settings) ? (recipe.settings as Setting[]) : [];
