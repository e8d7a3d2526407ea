import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf, preferredLanguage } from '../texts/languages.js';
import { makeFormat, type Format } from './format.js';

/** Dates, numbers and money in the language of the page. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(
    () => makeFormat(localeOf(preferredLanguage(i18n.language, []), navigator.languages)),
    [i18n.language],
  );
}
