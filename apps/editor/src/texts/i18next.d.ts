import type audit from './en/audit.json';
import type backfill from './en/backfill.json';
import type recipe from './en/recipe.json';
import type webhooks from './en/webhooks.json';
import type { english } from './english.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: typeof english & {
        audit: typeof audit;
        backfill: typeof backfill;
        recipe: typeof recipe;
        webhooks: typeof webhooks;
      };
    };
  }
}
