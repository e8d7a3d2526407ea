import type { Recipe } from '@tandem/recipes';
import type { Made } from '../model/commands.js';
import { idsOf } from '../model/fresh-id.js';
import { change, redo, startHistory, undo, type History } from '../model/history.js';

/** What the editor shows and has done. Everything that a person changes goes through `reduce`. */
export interface EditorState {
  history: History<Recipe>;
  /** Rows of the outline and nodes of the canvas: `recipe`, `trigger`, `step:<id>`; the last one is looked at. */
  selected: readonly string[];
  /** The server's draft as it was loaded or saved last. */
  saved: Recipe;
  revision: number;
}

/** Changes are functions of the recipe as it is by then: several can be made before anything is drawn again. */
export type EditorEvent =
  | { kind: 'changed'; change: (recipe: Recipe) => Recipe; of?: string }
  | { kind: 'made'; make: (recipe: Recipe) => Made }
  /** Put in for the sake of the value that is being chosen, which stays what is looked at. */
  | { kind: 'provided'; make: (recipe: Recipe) => Made }
  | { kind: 'selected'; rows: readonly string[] }
  | { kind: 'picked'; row: string; isMore: boolean }
  | { kind: 'undone' }
  | { kind: 'redone' }
  | { kind: 'saved'; recipe: Recipe; revision: number }
  /** Somebody else's draft, or an older version, becomes what is edited; undo leads back. */
  | { kind: 'replaced'; recipe: Recipe; revision?: number; saved?: Recipe };

export const startEditor = (recipe: Recipe, revision: number): EditorState => ({
  history: startHistory(recipe),
  selected: [recipe.steps[0] ? `step:${recipe.steps[0].id}` : 'trigger'],
  saved: recipe,
  revision,
});

export const isDirty = ({ history, saved }: Pick<EditorState, 'history' | 'saved'>): boolean =>
  history.present !== saved && JSON.stringify(history.present) !== JSON.stringify(saved);

/** The ids of the steps that are chosen. */
export const stepsIn = (selected: readonly string[]): string[] =>
  selected.flatMap((row) => (row.startsWith('step:') ? [row.slice('step:'.length)] : []));

export function reduce(state: EditorState, event: EditorEvent): EditorState {
  switch (event.kind) {
    case 'selected':
      return { ...state, selected: event.rows };
    case 'picked':
      return { ...state, selected: picked(state.selected, event.row, event.isMore) };
    case 'changed':
      return { ...state, history: change(state.history, event.change(state.history.present), event.of) };
    case 'made': {
      const made = event.make(state.history.present);
      const selected = made.selected.map((id) => `step:${id}`);
      const history = change(state.history, made.recipe);
      return { ...state, history, selected: selected.length > 0 ? selected : ['trigger'] };
    }
    case 'provided':
      return { ...state, history: change(state.history, event.make(state.history.present).recipe) };
    case 'undone':
      return present({ ...state, history: undo(state.history) });
    case 'redone':
      return present({ ...state, history: redo(state.history) });
    case 'saved':
      return { ...state, saved: event.recipe, revision: event.revision };
    case 'replaced':
      return present({
        history: change(state.history, event.recipe),
        selected: state.selected,
        saved: event.saved ?? state.saved,
        revision: event.revision ?? state.revision,
      });
  }
}

/** One row instead of what was chosen; with `isMore` it comes to the chosen steps, or leaves them. */
function picked(selected: readonly string[], row: string, isMore: boolean): readonly string[] {
  const steps = selected.filter((id) => id.startsWith('step:'));
  const others = steps.filter((id) => id !== row);
  if (!isMore || !row.startsWith('step:') || others.length === 0) return [row];
  return steps.includes(row) ? others : [...others, row];
}

/** What is chosen no longer than it is there. */
function present(state: EditorState): EditorState {
  const ids = idsOf(state.history.present);
  const selected = state.selected.filter((row) => !row.startsWith('step:') || ids.has(row.slice('step:'.length)));
  return { ...state, selected: selected.length > 0 ? selected : ['trigger'] };
}
