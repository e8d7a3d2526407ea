import { useState, type KeyboardEvent } from 'react';

export interface Place {
  row: number;
  column: number;
}

/** What keys ask of the grid besides moving in it. */
export interface GridActions {
  show: (place: Place) => void;
  toggleRow: (row: number) => void;
  toggleColumn: (column: number) => void;
  extendTo: (from: number, to: number) => void;
  selectAll: () => void;
  /** What is missing here. */
  explain: (place: Place) => void;
}

/** Where a key leads from a cell; undefined: the key means nothing here. */
export function placeAfter(key: string, { row, column }: Place, rows: number, columns: number): Place | undefined {
  const page = 10;
  const moves: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
  };
  const wanted = moves[key];
  return wanted && { row: within(wanted.row, rows), column: within(wanted.column, columns) };
}

const within = (place: number, count: number): number => Math.min(Math.max(place, 0), Math.max(count - 1, 0));

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** What a key does to the selection, as grids do: undefined: nothing. */
export function selectingOf({
  key,
  shiftKey,
  ctrlKey,
  metaKey,
}: Pressed): 'row' | 'column' | 'all' | 'extend' | undefined {
  const withControl = ctrlKey || metaKey;
  if (key === ' ') return shiftKey ? 'row' : withControl ? 'column' : undefined;
  if (key === 'a' && withControl) return 'all';
  return shiftKey && !withControl && (key === 'ArrowUp' || key === 'ArrowDown') ? 'extend' : undefined;
}

/** One cell of the grid is in the order of Tab; the arrow keys move it. */
export function useGridKeys(rows: number, columns: number, actions: GridActions) {
  const [current, setCurrent] = useState<Place>({ row: 0, column: 0 });
  const held = { row: within(current.row, rows), column: within(current.column, columns) };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What opens over the grid has keys of its own.
    if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
    if (!act(event, held, actions) && !move(event)) return;
    event.preventDefault();
  };
  const move = (event: KeyboardEvent): boolean => {
    const next = placeAfter(event.key, held, rows, columns);
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (selectingOf(event) === 'extend') actions.extendTo(held.row, next.row);
    setCurrent(next);
    actions.show(next);
    return true;
  };
  return { current: held, setCurrent, onKeyDown };
}

/** Whether the key did something in its place. */
function act(event: KeyboardEvent, place: Place, actions: GridActions): boolean {
  switch (selectingOf(event)) {
    case 'row':
      actions.toggleRow(place.row);
      return true;
    case 'column':
      actions.toggleColumn(place.column);
      return true;
    case 'all':
      actions.selectAll();
      return true;
    case 'extend':
    case undefined:
      break;
  }
  if (event.key !== 'i' || event.ctrlKey || event.metaKey || event.altKey) return false;
  actions.explain(place);
  return true;
}
