import type { Said, SaidValue } from '@tandem/recipes';

export type { Said, SaidValue };

/** As in packages/recipes, of which connectors know the types alone: see docs/decisions/what-the-server-says.md. */
export const said = (parts: TemplateStringsArray, ...values: string[]): Said =>
  parts.reduce((text, part, index) => text + String(values[index - 1]) + part) as Said;

/** Somebody else's words, as they are: what a remote answered, or what was said before. */
export const verbatim = (words: string): Said => words as Said;

/** As in packages/recipes. */
export const number = (value: number | string): SaidValue => String(value) as SaidValue;

/** Such as 1234.56 EUR; a number where the currency is not known. */
export const money = (amount: string, currency: string | null): SaidValue =>
  (currency === null ? amount : `${amount} ${currency}`) as SaidValue;

/** A day such as 2026-01-31, or an instant such as 2026-01-31T09:30:00Z. */
export const date = (text: string): SaidValue => text as SaidValue;

/** A length of time, such as 30000 ms. */
export const duration = (ms: number): SaidValue => `${ms} ms` as SaidValue;
