import type { SayAgain } from './phrase-book.js';
import { escaped, longest, partsOf, SHAPES, type WriteValue } from './said-values.js';

interface Pattern {
  matches: RegExp;
  /** Part of every text that can match. */
  hint: string;
  kinds: readonly (string | undefined)[];
}

/** Says the same in English, with its values as the reader writes them: `sentences` are those with values of a kind. */
export function withValues(sentences: readonly string[], write: WriteValue): SayAgain {
  const patterns = sentences.map(patternOf);
  return (said) => {
    if (said.length > 4_000 || !/\d/.test(said)) return said;
    return patterns.reduce(
      (text, pattern) => (text.includes(pattern.hint) ? rewritten(text, pattern, write) : text),
      said,
    );
  };
}

const rewritten = (text: string, { matches, kinds }: Pattern, write: WriteValue): string =>
  text.replaceAll(matches, (...found: string[]) =>
    found
      .slice(1, 2 * kinds.length + 2)
      .map((part, index) => (index % 2 === 1 ? (write(kinds[(index - 1) / 2], part) ?? part) : part))
      .join(''),
  );

/** The sentence may stand beside others, and in one that says more. */
function patternOf(sentence: string): Pattern {
  const { fixed, kinds } = partsOf(sentence);
  const places = fixed.flatMap((text, index) => {
    const kind = kinds[index];
    const place = index < kinds.length ? [`(${kind === undefined ? '.*?' : (SHAPES[kind] ?? '.*?')})`] : [];
    return [`(${escaped(text)})`, ...place];
  });
  return { matches: new RegExp(String.raw`(?<![\w.-])${places.join('')}(?!\w)`, 'g'), hint: longest(fixed), kinds };
}
