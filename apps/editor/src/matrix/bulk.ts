import { startsDeleting } from './deleting.js';
import type { Cell, Row } from './matrix.js';
import type { Wanted, Wish } from './use-changes.js';

export type BulkState = 'on' | 'off' | 'inherit';

/** The cells of some templates and recipes. */
export function cellsOf(rows: readonly Row[], templateIds: readonly string[], recipes: readonly string[]): Cell[] {
  const wanted = new Set(templateIds);
  return rows
    .filter(({ id }) => wanted.has(id))
    .flatMap(({ cells }) => cells.filter(({ recipe }) => recipes.includes(recipe)));
}

/** What becomes of each cell. @param settings by recipe */
export function wantedOf(
  cells: readonly Cell[],
  state: BulkState,
  settings: Readonly<Record<string, Cell['settings']>>,
): Wanted[] {
  return cells.map(({ recipe, templateId, settings: own }) => ({
    recipe,
    templateId,
    wish: wish(state, settings[recipe], own),
  }));
}

/** Switching off keeps what each template had filled in. */
const wish = (state: BulkState, filledIn: Cell['settings'] | undefined, own: Cell['settings']): Wish =>
  state === 'inherit'
    ? { kind: 'inherit' }
    : { kind: 'own', enabled: state === 'on', settings: state === 'on' ? (filledIn ?? own) : own };

/** What all cells of a recipe have filled in alike; undefined where they differ. */
export function sharedSettings(cells: readonly Cell[]): Cell['settings'] | undefined {
  const [first] = cells;
  const same = first && cells.every(({ settings }) => JSON.stringify(settings) === JSON.stringify(first.settings));
  return same ? first.settings : undefined;
}

/** The recipes that could delete afterwards on a template where they could not before. */
export function deletingRecipes(
  cells: readonly Cell[],
  wanted: readonly Wanted[],
  inherited: (recipe: string) => Pick<Cell, 'enabled' | 'settings'>,
): string[] {
  const found = cells.filter((cell, index) => {
    const asked = wanted[index];
    return asked !== undefined && startsDeleting(cell, asked.wish, inherited(cell.recipe));
  });
  return [...new Set(found.map(({ recipe }) => recipe))];
}
