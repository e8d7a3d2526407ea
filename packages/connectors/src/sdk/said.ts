import type { Said } from '@tandem/recipes';

export type { Said };

/** As in packages/recipes, of which connectors know the types alone: see docs/decisions/what-the-server-says.md. */
export const said = (parts: TemplateStringsArray, ...values: (string | number)[]): Said =>
  parts.reduce((text, part, index) => text + String(values[index - 1]) + part) as Said;

/** Somebody else's words, as they are: what a remote answered, or what was said before. */
export const verbatim = (words: string): Said => words as Said;
