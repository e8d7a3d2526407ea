import type { Recipe } from '@tandem/recipes';

/** What changes the settings that a recipe declares. */
export interface SettingsProps {
  /** @param field names what is edited: changes of one field in a row are undone as one */
  onChange: (recipe: Recipe, field: string) => void;
}
