import type { Format } from '../format/format.js';

/** Writes a value of a sentence as the reader does; undefined where it is none of that kind. */
export type WriteValue = (kind: string | undefined, text: string) => string | undefined;

const NUMBER = String.raw`[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?`;

/** How values stand in what is said. The kinds are those of the server: number(), money(), date(), duration(). */
export const SHAPES: Readonly<Record<string, string>> = {
  number: NUMBER,
  money: `${NUMBER}(?: [A-Z]{3})?`,
  date: String.raw`\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+]\d\d:?\d\d))?`,
  duration: String.raw`\d+ ms`,
};

export function writeValues(format: Format): WriteValue {
  const kinds: Readonly<Record<string, (text: string) => string>> = {
    number: (text) => format.number(Number(text)),
    money(text) {
      const [amount = '', currency] = text.split(' ');
      return currency === undefined ? format.number(Number(amount)) : format.money(Number(amount), currency);
    },
    date: (text) => (text.includes('T') ? format.instant(text) : format.day(`${text}T00:00`)),
    duration: (text) => format.duration(Number.parseInt(text, 10)),
  };
  const shapes = new Map(Object.entries(SHAPES).map(([kind, shape]) => [kind, new RegExp(`^${shape}$`)]));
  return (kind = '', text) => (shapes.get(kind)?.test(text) ? kinds[kind]?.(text) : undefined);
}

/** A sentence with numbered places, such as `A recipe has at most {1:number} steps`, taken apart. */
export function partsOf(sentence: string): { fixed: string[]; kinds: (string | undefined)[] } {
  const parts: (string | undefined)[] = sentence.split(/\{\d(?::(\w+))?\}/); // fixed, kind, fixed, kind, …, fixed
  return {
    fixed: parts.flatMap((part, index) => (index % 2 === 0 ? [part ?? ''] : [])),
    kinds: parts.filter((_, index) => index % 2 === 1),
  };
}

export const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

export const longest = (texts: readonly string[]): string =>
  texts.reduce((longer, text) => (text.trim().length > longer.trim().length ? text : longer), '').trim();
