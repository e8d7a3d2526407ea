import { Recipe, type Json } from '@tandem/recipes';

/** Where a recipe speaks to people. */
const TEXTS = new Set(['name', 'description', 'title', 'help', 'notes', 'message']);
/** What one of our recipes writes unless a person says otherwise, such as a note in HubSpot. */
const isTextSetting = (node: object): boolean => 'type' in node && node.type === 'text';
const PLACE = /\{(\d)\}/;

/**
 * One of our own recipes with all that it says to people said again in another language.
 * @param said from an English sentence, which may have numbered places, to the same in the other language
 */
export const inLanguage = (recipe: Recipe, said: (text: string) => string): Recipe =>
  Recipe.parse(translated(recipe, said));

function translated(node: unknown, said: (text: string) => string): unknown {
  if (Array.isArray(node)) return node.map((member: unknown) => translated(member, said));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]: [string, unknown]) => [
      key,
      (TEXTS.has(key) || (key === 'default' && isTextSetting(node)) ? textAgain(value, said) : undefined) ??
        translated(value, said),
    ]),
  );
}

/** Undefined for what is no text, nor one put together of texts and values. */
function textAgain(value: unknown, said: (text: string) => string): Json | undefined {
  if (typeof value === 'string') return said(value);
  const parts = typeof value === 'object' && value !== null && 'cat' in value ? value.cat : undefined;
  if (!Array.isArray(parts)) return undefined;
  const values = parts.filter((part): part is Json => typeof part !== 'string');
  let places = 0;
  const sentence = parts.map((part) => (typeof part === 'string' ? part : `{${(places += 1)}}`)).join('');
  const again = said(sentence).split(PLACE); // text, number, text, …
  return { cat: again.map((part, index) => (index % 2 === 0 ? part : (values[Number(part) - 1] ?? ''))) };
}
