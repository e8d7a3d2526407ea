import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { preferredLanguage, type Language } from './languages.js';
import { addPhrases } from './said.js';

const STORED = 'tandem.language';

/** Only the language that is shown is loaded. */
const load = {
  en: async () => (await import('./english.js')).english,
  fr: async () => (await import('./french.js')).french,
};

/** What only one place of the editor says is loaded together with that place. */
const loadPart = {
  audit: {
    en: async () => (await import('./en/audit.json', { with: { type: 'json' } })).default,
    fr: async () => (await import('./fr/audit.json', { with: { type: 'json' } })).default,
  },
  backfill: {
    en: async () => (await import('./en/backfill.json', { with: { type: 'json' } })).default,
    fr: async () => (await import('./fr/backfill.json', { with: { type: 'json' } })).default,
  },
  recipe: {
    en: async () => (await import('./en/recipe.json', { with: { type: 'json' } })).default,
    fr: async () => (await import('./fr/recipe.json', { with: { type: 'json' } })).default,
  },
  webhooks: {
    en: async () => (await import('./en/webhooks.json', { with: { type: 'json' } })).default,
    fr: async () => (await import('./fr/webhooks.json', { with: { type: 'json' } })).default,
  },
};
type Part = keyof typeof loadPart;
export const PARTS: readonly Part[] = ['audit', 'backfill', 'recipe', 'webhooks'];
const shownParts = new Set<Part>();

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

/** Loads what one place says, in the language of the page. Await it before that place is shown. */
export async function addTextsOf(part: Part): Promise<void> {
  shownParts.add(part);
  await addTexts(i18next.language as Language); // nothing else is ever shown
}

async function addTexts(language: Language): Promise<void> {
  const phrases = addPhrases(language);
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await load[language]());
  }
  for (const part of shownParts) {
    if (i18next.getResource(language, 'translation', part) !== undefined) continue;
    i18next.addResourceBundle(language, 'translation', { [part]: await loadPart[part][language]() }, true);
  }
  await phrases;
}

async function show(language: Language): Promise<void> {
  await addTexts(language);
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
