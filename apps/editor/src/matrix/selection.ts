/** What is selected in the matrix: rows by template, columns by recipe. */
export interface Selection {
  rows: ReadonlySet<string>;
  columns: ReadonlySet<string>;
  /** The row from which a range goes on. */
  anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { rows: new Set(), columns: new Set(), anchor: null };

/** One row more or less; it is where the next range begins. */
export const withRow = (selection: Selection, id: string): Selection => ({
  ...selection,
  rows: toggled(selection.rows, id),
  anchor: id,
});

/** All rows from where the last one was chosen up to this one. @param shown all rows, in their order */
export function withRange(selection: Selection, id: string, shown: readonly string[]): Selection {
  const [from, to] = [selection.anchor === null ? -1 : shown.indexOf(selection.anchor), shown.indexOf(id)];
  if (from < 0) return withRow(selection, id);
  const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...selection, rows: new Set([...selection.rows, ...range]) };
}

export const withColumn = (selection: Selection, key: string): Selection => ({
  ...selection,
  columns: toggled(selection.columns, key),
});

/** All rows that are shown; or none of them, when all were selected already. */
export const withAll = (selection: Selection, shown: readonly string[]): Selection => {
  const hasAll = shown.every((id) => selection.rows.has(id));
  const rest = [...selection.rows].filter((id) => !shown.includes(id));
  return { ...selection, rows: new Set(hasAll ? rest : [...rest, ...shown]), anchor: null };
};

/** What a bulk change is about: columns alone mean all rows that are shown, rows alone leave the column open. */
export function selected(
  { rows, columns }: Selection,
  shown: readonly string[],
): { templateIds: string[]; recipes: string[] } | undefined {
  if (rows.size === 0 && columns.size === 0) return undefined;
  const templateIds = rows.size === 0 ? [...shown] : shown.filter((id) => rows.has(id));
  return { templateIds, recipes: [...columns] };
}

function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}
