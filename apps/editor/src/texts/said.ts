import { inEnglish, namesIn, type SayNames } from './key-names.js';
import type { Language } from './languages.js';
import type { SayAgain } from './phrase-book.js';

/** How a language says what the server says in English. */
interface Speech {
  said: SayAgain;
  names: SayNames;
}

const asItIs: Speech = { said: (said) => said, names: inEnglish };
const speeches = new Map<Language, Speech>([['en', asItIs]]);

/** Loads the phrase book of a language. English needs none: it is what the server says. */
export async function addPhrases(language: Language): Promise<void> {
  if (speeches.has(language)) return;
  const [{ phraseBook }, phrases, names] = await Promise.all([
    import('./phrase-book.js'),
    import('./fr/said.json', { with: { type: 'json' } }),
    import('./fr/names.json', { with: { type: 'json' } }),
  ]);
  speeches.set(language, { said: phraseBook(phrases.default), names: namesIn(names.default) });
}

const speechIn = (language: string): Speech => speeches.get(language as Language) ?? asItIs;

export const sayAgainIn = (language: string): SayAgain => speechIn(language).said;
export const sayNamesIn = (language: string): SayNames => speechIn(language).names;
