/** How a row is chosen: instead of the others, beside them, or with all between it and the one that was chosen first. */
export type Choice = 'one' | 'more' | 'range';

interface Held {
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

export const choiceOf = ({ shiftKey, ctrlKey, metaKey }: Held): Choice =>
  shiftKey ? 'range' : ctrlKey || metaKey ? 'more' : 'one';

/**
 * The steps from one row to another, in either direction; the first stays first, so that the range can be made
 * longer or shorter from there, and the last is looked at.
 * @param rows of the outline in reading order
 */
export function stepRange(
  rows: readonly { id: string; kind: string }[],
  from: string | undefined,
  to: string,
): string[] {
  const [start, end] = [rows.findIndex(({ id }) => id === from), rows.findIndex(({ id }) => id === to)];
  if (end === -1 || rows[end]?.kind !== 'step') return [to];
  if (start === -1) return [to];
  const between = rows.slice(Math.min(start, end), Math.max(start, end) + 1).filter(({ kind }) => kind === 'step');
  const ids = between.map(({ id }) => id);
  return start <= end ? ids : ids.toReversed();
}
