import { useTranslation } from 'react-i18next';
import type { SayAgain } from './phrase-book.js';
import { sayAgainIn } from './said.js';

/** What the server says to people in English (failures, notes, reasons, titles), in the language of the page. */
export function useSaid(): SayAgain {
  return sayAgainIn(useTranslation().i18n.language);
}
