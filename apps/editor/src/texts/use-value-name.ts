import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Names values that the server knows by codes, such as `document.sent`, in the language of the page. What has no name
 * of ours stays as `called`, or else as it is: it may be anybody's word.
 */
export function useValueName(): (value: string, called?: string) => string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (value, called = value) => {
      const name: unknown = i18n.getResource(language, 'translation', `server.values.${value.replaceAll('.', '_')}`);
      return typeof name === 'string' ? name : called;
    },
    [i18n, language],
  );
}
