import { escaped, longest, partsOf, type WriteValue } from './said-values.js';

/**
 * English sentences with numbered places, and what they are in another language: `There is no step "{1}"`. A place may
 * name the kind of its value: `{1:number}`.
 */
export type Phrases = Readonly<Record<string, string>>;

/** Says in another language what was said in English; what is in no phrase stays as it is. */
export type SayAgain = (said: string) => string;

interface Pattern {
  matches: RegExp;
  /** The same, with the first places as long as they can be. */
  matchesLong: RegExp;
  /** Part of every text that can match. */
  hint: string;
  /** Letters outside the places: the more, the surer. */
  weight: number;
  /** Places in quotation marks hold somebody's own words. */
  own: ReadonlySet<number>;
  /** What kinds of values its places hold, from the first on. */
  kinds: readonly (string | undefined)[];
  phrase: string;
}

/** So many fixed letters are enough, whatever is between them; “Quote for Acme” is no quote with a number. */
const SURE = 11;
/** Where a failure group has left out a number. */
const LEFT_OUT = '…';
const IDENTIFIER = /^\S*[\d.…]\S*$/;
/** What is longer is a document or a page of a proxy, and would keep people waiting. */
const MOST_LETTERS = 2_000;
const PLACE = /\{(\d)\}/g;

/** Finds sentences again by their fixed words, whatever stands in their places; see docs/decisions. */
export function phraseBook(phrases: Phrases, write: WriteValue): SayAgain {
  const patterns = Object.entries(phrases)
    .filter(([english]) => /\{\d[:}]/.test(english))
    .map(([english, phrase]) => patternOf(english, phrase))
    .sort((one, other) => other.weight - one.weight);
  const kept = new Map<string, string | undefined>();

  function find(said: string): string | undefined {
    if (!kept.has(said)) {
      if (kept.size > 5_000) kept.clear();
      kept.set(said, undefined); // ends what would go round
      kept.set(said, look(said));
    }
    return kept.get(said);
  }

  function look(said: string): string | undefined {
    if (said === '' || said.length > MOST_LETTERS) return undefined;
    const whole = exactly(said);
    if (whole !== undefined) return whole;
    return byPattern(said) ?? bySentences(said) ?? byParts(said) ?? loosely(said);
  }

  /** The pattern with the most fixed letters; of several that are equally sure, the one that knows most of its values. */
  function byPattern(said: string): string | undefined {
    let best: Filled | undefined;
    let weight = 0;
    for (const pattern of patterns) {
      if (pattern.weight === 0 || (best && pattern.weight < weight)) break;
      const found = said.includes(pattern.hint) ? fit(pattern, said) : undefined;
      const isSure = found && (found.known > 0 || pattern.weight >= SURE);
      if (isSure && (!best || found.known > best.known)) [best, weight] = [found, pattern.weight];
    }
    return best?.text;
  }

  /** A word at the beginning of a sentence is found without its capital, too. */
  function exactly(said: string): string | undefined {
    if (Object.hasOwn(phrases, said)) return phrases[said];
    const small = said.charAt(0).toLowerCase() + said.slice(1);
    const found = Object.hasOwn(phrases, small) ? phrases[small] : undefined;
    return found && found.charAt(0).toUpperCase() + found.slice(1);
  }

  function fit(pattern: Pattern, said: string): Filled | undefined {
    const ways = [pattern.matches, pattern.matchesLong].flatMap((way) => {
      const places = way.exec(said);
      return places ? [fill(pattern, places)] : [];
    });
    return ways.reduce<Filled | undefined>((most, way) => (most && most.known >= way.known ? most : way), undefined);
  }

  function fill({ phrase, own, kinds }: Pattern, places: RegExpExecArray): Filled {
    let [again, known] = [0, 0];
    const text = phrase.replaceAll(PLACE, (_, place: string) => {
      const value = places[Number(place)] ?? '';
      if (own.has(Number(place))) known += 1;
      if (own.has(Number(place))) return value;
      const kind = kinds[Number(place) - 1];
      const found = write(kind, value) ?? find(value);
      if (found !== undefined) again += 1;
      if (found !== undefined || (kind === undefined ? IDENTIFIER.test(value) : value === LEFT_OUT)) known += 1;
      return found ?? value;
    });
    return { text, again, known };
  }

  /** Several sentences, one after the other, of which at least one is known. */
  function bySentences(said: string): string | undefined {
    const ends = [...said.matchAll(/[.!?…](?= )/g)].map(({ index }) => index + 1);
    for (const end of ends.toReversed()) {
      const [head, tail] = [said.slice(0, end), said.slice(end + 1)];
      const [first, rest] = [find(head), find(tail)];
      if (first !== undefined || rest !== undefined) return `${first ?? head} ${rest ?? tail}`;
    }
    return undefined;
  }

  /** "text or a number", "Draft, Sent": all parts are known, or quoted. */
  function byParts(said: string): string | undefined {
    for (const [between, again] of [
      [' or ', ' ou '],
      [' and ', ' et '],
      [', ', ', '],
    ] as const) {
      // prettier-ignore
      const parts = said.split(between);
      if (parts.length < 2) continue;
      const found = parts.map(find);
      if (found.every((part) => part !== undefined)) return found.join(again);
    }
    return undefined;
  }

  /** What only joins others, such as "{1}: {2}", says something again when one of them is known. */
  function loosely(said: string): string | undefined {
    const quoted = /^["“]([^"“”]*)["”]$/.exec(said)?.[1];
    if (quoted !== undefined) return QUOTED.replace('…', quoted);
    for (const pattern of patterns) {
      if (pattern.weight > 0 || pattern.hint === '') continue;
      const found = fit(pattern, said);
      if (found && found.again > 0) return found.text;
    }
    return undefined;
  }

  return (said) => find(said) ?? said;
}

interface Filled {
  text: string;
  /** How many of the values were found again. */
  again: number;
  /** How many look right: found again, quoted, or a number or identifier. */
  known: number;
}

const QUOTED = '«\u00a0…\u00a0»';

function patternOf(english: string, phrase: string): Pattern {
  const { fixed, kinds } = partsOf(english);
  const own = fixed.flatMap((before, index) =>
    /["“]$/.test(before) && /^["”]/.test(fixed[index + 1] ?? '') ? [index + 1] : [],
  );
  const words = fixed.map(escaped);
  return {
    matches: new RegExp(`^${words.join(String.raw`([\s\S]*?)`)}$`),
    matchesLong: new RegExp(`^${words.join(String.raw`([\s\S]*)`)}$`),
    hint: longest(fixed),
    weight: fixed.join('').replaceAll(/[^\p{L}]/gu, '').length,
    own: new Set(own),
    kinds,
    phrase,
  };
}
