import { makeFormat } from '../format/format.js';
import { inEnglish, namesIn, type SayNames } from './key-names.js';
import { localeOf, type Language } from './languages.js';
import type { SayAgain } from './phrase-book.js';
import { writeValues, type WriteValue } from './said-values.js';

/** How a language says what the server says in English. */
interface Speech {
  said: SayAgain;
  names: SayNames;
}

const asItIs: Speech = { said: (said) => said, names: inEnglish };
const speeches = new Map<Language, Speech>();

/** Loads what a language needs to say again what the server has said. */
export async function addPhrases(language: Language): Promise<void> {
  if (speeches.has(language)) return;
  const write = writeValues(makeFormat(localeOf(language, navigator.languages)));
  speeches.set(language, await load[language](write));
}

const load: Readonly<Record<Language, (write: WriteValue) => Promise<Speech>>> = {
  async en(write) {
    const [{ withValues }, sentences] = await Promise.all([
      import('./english-values.js'),
      import('./en/said.json', { with: { type: 'json' } }),
    ]);
    return { said: withValues(sentences.default, write), names: inEnglish };
  },
  async fr(write) {
    const [{ phraseBook }, phrases, names] = await Promise.all([
      import('./phrase-book.js'),
      import('./fr/said.json', { with: { type: 'json' } }),
      import('./fr/names.json', { with: { type: 'json' } }),
    ]);
    return { said: phraseBook(phrases.default, write), names: namesIn(names.default) };
  },
};

const speechIn = (language: string): Speech => speeches.get(language as Language) ?? asItIs;

export const sayAgainIn = (language: string): SayAgain => speechIn(language).said;
export const sayNamesIn = (language: string): SayNames => speechIn(language).names;
