import type { Recipe, Step } from '@tandem/recipes';
import { innerLists } from '../../recipe/model/step-lists.js';

/** Which item of a loop is looked at, by the path of the loop. */
export type ItemOf = (loopPath: string) => number;

/** Where each step is found in a run, by step id, when of each loop one item is looked at. */
export function stepPaths(recipe: Recipe, itemOf: ItemOf): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const visit = (steps: readonly Step[], prefix: string): void => {
    for (const step of steps) {
      const path = prefix + step.id;
      paths.set(step.id, path);
      const inner = step.kind === 'forEach' ? `${path}[${itemOf(path)}].` : prefix;
      for (const list of innerLists(step)) visit(list.steps, inner);
    }
  };
  visit(recipe.steps, '');
  return paths;
}

/** The id of the step at a path of the recipe itself: `each[3].update` → `update`. */
export const stepAt = (path: string): string => path.split('.').at(-1) ?? path;

/** The loops around a path with the item that it is in, from the outside in. */
export function loopsAround(path: string): { loop: string; item: number }[] {
  const parts = path.split('.').slice(0, -1);
  return parts.flatMap((part, index) => {
    const [, id, item] = /^(.+)\[(\d+)\]$/.exec(part) ?? [];
    return id === undefined ? [] : [{ loop: [...parts.slice(0, index), id].join('.'), item: Number(item) }];
  });
}

/** The same place in another item of a loop around it: `each[3].update` in item 5 of `each` is `each[5].update`. */
export const inItem = (path: string, loop: string, item: number): string =>
  `${loop}[${item}]${path.slice(path.indexOf(']', loop.length) + 1)}`;
