import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { preferredLanguage, type Language } from './languages.js';

const STORED = 'tandem.language';

/** Only the language that is shown is loaded. */
const load = {
  en: async () => (await import('./english.js')).english,
  fr: async () => (await import('./french.js')).french,
};

/** A tenth of all words is said by the recipe editor alone. */
const loadForRecipes = {
  en: async () => (await import('./en/recipe.json', { with: { type: 'json' } })).default,
  fr: async () => (await import('./fr/recipe.json', { with: { type: 'json' } })).default,
};
let areRecipesShown = false;

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

/** Loads what is said where recipes are drawn, in the language of the page. Await it before such a page is shown. */
export async function addRecipeTexts(): Promise<void> {
  areRecipesShown = true;
  await addTexts(i18next.language as Language); // nothing else is ever shown
}

async function addTexts(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await load[language]());
  }
  if (areRecipesShown && !i18next.exists('recipe.list.new', { lng: language })) {
    i18next.addResourceBundle(language, 'translation', { recipe: await loadForRecipes[language]() }, true);
  }
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
