import { useState, type KeyboardEvent } from 'react';

export interface Place {
  row: number;
  column: number;
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

/** One cell of the grid is in the order of Tab; the arrow keys move it. */
export function useGridKeys(rows: number, columns: number, show: (place: Place) => void) {
  const [current, setCurrent] = useState<Place>({ row: 0, column: 0 });
  const held = { row: within(current.row, rows), column: within(current.column, columns) };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = placeAfter(event.key, held, rows, columns);
    if (!next) return;
    event.preventDefault();
    setCurrent(next);
    show(next);
  };
  return { current: held, setCurrent, onKeyDown };
}
