declare const fromBook: unique symbol;

/**
 * A sentence for people, or a part of one, in English. It is stored, logged and answered as it is; the editor finds it
 * again in its phrase book for other languages. Where a message is meant for people, the type asks for this one, so
 * that nothing is said which the phrase book does not hold: see docs/decisions/what-the-server-says.md.
 */
export type Said = string & { readonly [fromBook]: true };

/**
 * A value that readers write in their own way, as text that tells what it is: 1234.5. What kind of value stands in which
 * place is part of the sentence (`{1:number}` in the phrase books), so the editor writes it anew by locale.
 */
export type SaidValue = string & { readonly [fromBook]: 'value' };

/** Such as a count, a limit or a quantity; as text, a decimal such as 12.50. Never an id. */
export const number = (value: number | bigint | string): SaidValue => String(value) as SaidValue;

/**
 * Says something to people: said`Connector "${key}" has no action "${action}"`. A value in quotation marks is
 * somebody's own word and is never translated; any other value may be something said itself. A bare number is refused:
 * number() marks one that readers write in their own way.
 */
export const said = (parts: TemplateStringsArray, ...values: string[]): Said =>
  parts.reduce((text, part, index) => text + String(values[index - 1]) + part) as Said;

/** Somebody else's words, as they are: what a remote answered, what was said before and stored. */
export const verbatim = (words: string): Said => words as Said;
