import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { sayAgainIn } from './said.js';

/**
 * What the server names in English (recipes, settings, statuses, actions) in the language of the page: as the phrase
 * book has it, and as it is for whatever people have named themselves.
 * @param path such as `['credentials', 'hubspot', 'client_secret', 'title']`, below `server` in the texts, where what
 *   the phrase book does not hold, or what needs words of its own in this place, may be named
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
