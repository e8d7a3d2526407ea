import type { Connector } from '@tandem/connectors';

/**
 * What any action of a connector needs and the account did not grant; of several names that would do, the first.
 * Empty when the remote does not tell what it granted.
 */
export function missingScopes(
  { needs = {} }: Pick<Connector, 'needs'>,
  granted: readonly string[] | undefined,
): string[] {
  if (granted === undefined) return [];
  const missing = new Set<string>();
  for (const { scopes = [] } of Object.values(needs)) {
    for (const scope of scopes) {
      const names = typeof scope === 'string' ? [scope] : scope;
      const [first] = names;
      if (first !== undefined && !names.some((name) => granted.includes(name))) missing.add(first);
    }
  }
  return [...missing].sort();
}
