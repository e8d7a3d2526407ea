import { useTranslation } from 'react-i18next';
import type { SayNames } from './key-names.js';
import { sayNamesIn } from './said.js';

/** Names of what the server knows by keys (inputs, outputs, settings, properties), in the language of the page. */
export function useKeyNames(): SayNames {
  return sayNamesIn(useTranslation().i18n.language);
}
