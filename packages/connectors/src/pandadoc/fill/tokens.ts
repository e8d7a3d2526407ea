import type { Variable } from '../../sdk/pricing-row.js';

export interface TokenChange {
  name: string;
  before: string;
  after: string;
}

/**
 * Which variables of a document must change to say what the deal says. Only those that the document has; never
 * those of a role (Client.FirstName), which follow the recipient, nor the document's own (Document.GrandTotal).
 */
export function tokenChanges(
  tokens: readonly Variable[],
  wanted: readonly Variable[],
  roles: readonly string[],
): TokenChange[] {
  const values = new Map(wanted.map(({ name, value }) => [name, value]));
  const present = new Map(tokens.map(({ name, value }) => [name, value]));
  return [...present].flatMap(([name, before]) => {
    const after = values.get(name);
    if (after === undefined || after === before || hasPrefix(name, ['Document', ...roles])) return [];
    return [{ name, before, after }];
  });
}

const hasPrefix = (name: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => prefix !== '' && name.toLowerCase().startsWith(`${prefix.toLowerCase()}.`));
