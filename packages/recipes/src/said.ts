declare const fromBook: unique symbol;

/**
 * A sentence for people, or a part of one, in English. It is stored, logged and answered as it is; the editor finds it
 * again in its phrase book for other languages. Where a message is meant for people, the type asks for this one, so
 * that nothing is said which the phrase book does not hold: see docs/decisions/what-the-server-says.md.
 */
export type Said = string & { readonly [fromBook]: true };

/**
 * Says something to people: said`Connector "${key}" has no action "${action}"`. A value in quotation marks is
 * somebody's own word and is never translated; any other value may be something said itself.
 */
export const said = (parts: TemplateStringsArray, ...values: (string | number)[]): Said =>
  parts.reduce((text, part, index) => text + String(values[index - 1]) + part) as Said;

/** Somebody else's words, as they are: what a remote answered, what was said before and stored. */
export const verbatim = (words: string): Said => words as Said;
