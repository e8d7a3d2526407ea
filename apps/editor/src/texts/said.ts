import type { Language } from './languages.js';
import type { SayAgain } from './phrase-book.js';

const asItIs: SayAgain = (said) => said;
const books = new Map<Language, SayAgain>([['en', asItIs]]);

/** Loads the phrase book of a language. English needs none: it is what the server says. */
export async function addPhrases(language: Language): Promise<void> {
  if (books.has(language)) return;
  const [{ phraseBook }, phrases] = await Promise.all([
    import('./phrase-book.js'),
    import('./fr/said.json', { with: { type: 'json' } }),
  ]);
  books.set(language, phraseBook(phrases.default));
}

export const sayAgainIn = (language: string): SayAgain => books.get(language as Language) ?? asItIs;
