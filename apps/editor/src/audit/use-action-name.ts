import { useTranslation } from 'react-i18next';
import { capital, readable } from '../texts/key-names.js';

const KNOWN = [
  'automation.switched_on',
  'automation.switched_off',
  'automation.settings_saved',
  'automation.reset',
  'recipe.created',
  'recipe.imported',
  'recipe.cloned',
  'recipe.published',
  'recipe.deleted',
  'connection.created',
  'connection.credentials_renewed',
  'connection.deleted',
  'backfill.created',
  'backfill.started',
  'backfill.paused',
  'backfill.resumed',
  'backfill.stopped',
] as const;
type Known = (typeof KNOWN)[number];
type Underscored<Name extends string> = Name extends `${infer About}.${infer Did}` ? `${About}_${Did}` : Name;

const keyOf = (action: Known) => action.replace('.', '_') as Underscored<Known>; // exactly what replace makes of it

/** What was done, in words; an action that is newer than this page by its own name. */
export function useActionName(): (action: string) => string {
  const { t } = useTranslation();
  return (action) => {
    const known = KNOWN.find((candidate) => candidate === action);
    return known ? t(`audit.actions.${keyOf(known)}`) : capital(readable(action.replaceAll('.', ' ')));
  };
}
