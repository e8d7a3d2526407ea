import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { preferredLanguage, type Language } from './languages.js';

const STORED = 'tandem.language';

/** Only the language that is shown is loaded. */
const load = {
  en: async () => (await import('./english.js')).english,
  fr: async () => (await import('./french.js')).french,
};

/** Loads the texts and makes `useTranslation` ready. Await it before the first render. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  await show(preferredLanguage(stored(), navigator.languages));
}

/** Changes the language of the page, and remembers it. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A browser that keeps nothing still shows it now.
  }
  await show(language);
}

async function show(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await load[language]());
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
