const PREPARED = '/*prepared*/';
const PLANNED_ONCE = '/*planned once*/';
const names = new Map<string, string>();

/**
 * Has PostgreSQL parse the statement once per connection instead of each time. Only for statements that are asked often,
 * whose text does not vary and which name their columns: a prepared `select *` fails after a column was added, which a
 * newer version may do beside this one.
 */
export const prepared = (statement: string): string => PREPARED + statement;

/**
 * As prepared, for the way of an event: sent through few connections (see DataSourceOfEngine), each of which plans it
 * once, for whatever parameters. Finds its rows by index.
 */
export const plannedOnce = (statement: string): string => PLANNED_ONCE + statement;

export const isPlannedOnce = (statement: string): boolean => statement.startsWith(PLANNED_ONCE);

/** The name under which a connection keeps a statement that is marked as one of these; undefined for all others. */
export function preparedName(statement: unknown): string | undefined {
  if (typeof statement !== 'string' || !(statement.startsWith(PREPARED) || isPlannedOnce(statement))) return undefined;
  const known = names.get(statement);
  if (known) return known;
  const name = `tandem_${names.size}`;
  names.set(statement, name);
  return name;
}
