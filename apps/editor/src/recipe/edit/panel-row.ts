/** What the side panel shows: of a way, the step that it belongs to. */
export function panelRow(selected: readonly string[]): string {
  const row = selected.at(-1) ?? 'trigger';
  return row.startsWith('way:') ? `step:${row.slice('way:'.length).split('/')[0] ?? ''}` : row;
}

/** The row that the keyboard is at. */
export const currentRow = (rows: readonly { id: string }[], selected: readonly string[]): string =>
  rows.find(({ id }) => id === selected.at(-1))?.id ?? 'trigger';
