const MARK = '/*prepared*/';
const names = new Map<string, string>();

/**
 * Has PostgreSQL plan the statement once per connection instead of each time. Only for statements of the hot path, whose
 * text does not vary and which name their columns: a prepared `select *` fails after a column was added, which a newer
 * version may do beside this one.
 */
export const prepared = (statement: string): string => MARK + statement;

/** The name under which a connection keeps a statement that is marked as prepared; undefined for all others. */
export function preparedName(statement: unknown): string | undefined {
  if (typeof statement !== 'string' || !statement.startsWith(MARK)) return undefined;
  const known = names.get(statement);
  if (known) return known;
  const name = `tandem_${names.size}`;
  names.set(statement, name);
  return name;
}
