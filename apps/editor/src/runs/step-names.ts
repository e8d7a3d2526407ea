/** As much of a recipe as names its steps. Steps are nested in branches, loops and the like. */
const NESTED = ['steps', 'then', 'else', 'onError', 'branches'] as const;

/** Titles of all steps of a recipe by their ids, read from its JSON; steps without a title are left out. */
export function stepTitles(recipe: unknown): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const open: unknown[] = [recipe];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...(next as unknown[])); // isArray says any[]
    if (typeof next !== 'object' || next === null) continue;
    const node = next as Record<string, unknown>; // any object may be looked into
    if (typeof node.id === 'string' && typeof node.title === 'string') titles.set(node.id, node.title);
    for (const key of NESTED) if (typeof node[key] === 'object' && node[key] !== null) open.push(node[key]);
  }
  return titles;
}
