import type recipe from './en/recipe.json';
import type { english } from './english.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof english & { recipe: typeof recipe } };
  }
}
