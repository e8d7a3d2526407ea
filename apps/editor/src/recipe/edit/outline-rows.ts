import type { Recipe, Step } from '@tandem/recipes';
import { outlineOf, type Entry } from '../model/outline.js';
import { innerLists, TOP, type ListRef, type Place } from '../model/step-lists.js';

/** A line of the outline. Together they are everything that the canvas shows, in reading order. */
export type Row = { id: string; level: number; position: number; of: number } & (
  { kind: 'trigger' } | { kind: 'step'; entry: Entry; isOpenable: boolean } | { kind: 'way'; list: ListRef }
);

/** @param closed ids of rows whose inner rows are not shown */
export function outlineRows(recipe: Recipe, closed: ReadonlySet<string> = new Set()): Row[] {
  const entries = new Map(outlineOf(recipe).map((entry) => [entry.step.id, entry]));
  const total = recipe.steps.length + 1;
  const rows: Row[] = [{ id: 'trigger', kind: 'trigger', level: 1, position: 1, of: total }];
  const visit = (steps: readonly Step[], level: number, before: number, of: number): void => {
    steps.forEach((step, index) => {
      const entry = entries.get(step.id);
      if (!entry) return;
      const id = `step:${step.id}`;
      const lists = innerLists(step);
      rows.push({ id, kind: 'step', entry, level, position: before + index + 1, of, isOpenable: lists.length > 0 });
      if (closed.has(id)) return;
      lists.forEach((list, place) => {
        const ref = { holder: step.id, slot: list.slot };
        const way = `way:${step.id}/${list.slot}`;
        rows.push({ id: way, kind: 'way', list: ref, level: level + 1, position: place + 1, of: lists.length });
        if (!closed.has(way)) visit(list.steps, level + 2, 0, list.steps.length);
      });
    });
  };
  visit(recipe.steps, 1, 1, total);
  return rows;
}

/** Where a new step goes when a row is chosen: after that step, or first on that way. */
export function placeAfter(row: Row): Place {
  switch (row.kind) {
    case 'trigger':
      return { ...TOP, index: 0 };
    case 'way':
      return { ...row.list, index: 0 };
    case 'step':
      return { ...row.entry.place, index: row.entry.place.index + 1 };
  }
}
