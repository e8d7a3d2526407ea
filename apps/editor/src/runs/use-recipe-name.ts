import { useServerText } from '../texts/use-server-text.js';

/** The name of a recipe in the language of the page, where it is one of ours. */
export function useRecipeName(): (recipe: { key: string; name: string }) => string {
  const serverText = useServerText();
  return ({ key, name }) => serverText(['recipes', key, 'name'], name);
}
