import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { sayAgainIn } from './said.js';

/**
 * What the server names in English (recipes, settings, statuses, actions) in the language of the page, where there is
 * a translation; else as the phrase book has it, and as it is for whatever people have named themselves.
 * @param path such as `['recipes', 'attach-pdf', 'name']`, below `server` in the texts
 */
export type ServerText = (path: readonly string[], said: string) => string;

export function useServerText(): ServerText {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (path, said) => {
      const key = ['server', ...path.map((part) => part.replaceAll('.', '_'))].join('.');
      const text: unknown = i18n.getResource(language, 'translation', key);
      return typeof text === 'string' ? text : sayAgainIn(language)(said);
    },
    [i18n, language],
  );
}
