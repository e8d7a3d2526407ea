import { canonicalize, type Recipe } from '@tandem/recipes';
import { downloadText } from '../list/download-text.js';
import {
  duplicateSteps,
  indentSteps,
  nudgeSteps,
  outdentSteps,
  removeSteps,
  skipSteps,
  wrapSteps,
  type Made,
  type Wrapper,
} from '../model/commands.js';
import { entryOf } from '../model/outline.js';
import { CHANGING, type Command, type CommandId } from './command-list.js';
import { stepsIn } from './editor-state.js';
import { onClipboard } from './on-clipboard.js';
import { placeAfter } from './outline-rows.js';
import type { EditorModel } from './use-editor.js';

export type Commands = Readonly<Record<CommandId, Command>>;

/** The commands on what is chosen just now: one list for the keyboard, the palette and the buttons. */
export function commandsOn(editor: EditorModel): Commands {
  const { isReadOnly } = editor;
  const all = { ...onSteps(editor), ...onRecipe(editor) };
  if (!isReadOnly) return all;
  const ids = Object.keys(all) as CommandId[]; // of a record that has these keys and no others
  const forbidden = ids.filter((id) => CHANGING.has(id)).map((id) => [id, { ...all[id], isPossible: false }]);
  return { ...all, ...(Object.fromEntries(forbidden) as Partial<Commands>) };
}

type OnSteps = Record<Exclude<CommandId, keyof ReturnType<typeof onRecipe>>, Command>;

function onSteps(editor: EditorModel): OnSteps {
  const { recipe, state, rows, dispatch, show } = editor;
  const ids = stepsIn(state.selected);
  const current = rows.find((row) => row.id === state.selected.at(-1)) ?? rows[0];
  const making = (make: (recipe: Recipe) => Made): Command => ({
    isPossible: ids.length > 0,
    run: () => {
      dispatch({ kind: 'made', make });
    },
  });
  const wrapping = (wrapper: Wrapper): Command => making((before) => wrapSteps(before, ids, wrapper));
  const isSkipped = ids.every((one) => entryOf(recipe, one)?.step.skip === true);
  return {
    add: {
      isPossible: current !== undefined,
      run: () => {
        if (current) show({ kind: 'picker', place: placeAfter(current) });
      },
    },
    duplicate: making((before) => duplicateSteps(before, ids)),
    remove: making((before) => removeSteps(before, ids)),
    skip: making((before) => ({ recipe: skipSteps(before, ids, !isSkipped), selected: ids })),
    ...onClipboard(editor),
    up: making((before) => nudgeSteps(before, ids, -1)),
    down: making((before) => nudgeSteps(before, ids, 1)),
    indent: making((before) => indentSteps(before, ids)),
    outdent: making((before) => outdentSteps(before, ids)),
    wrapIf: wrapping('if'),
    wrapTry: wrapping('try'),
    wrapForEach: wrapping('forEach'),
    all: {
      isPossible: true,
      run: () => {
        dispatch({ kind: 'selected', rows: rows.flatMap((row) => (row.kind === 'step' ? [row.id] : [])) });
      },
    },
  };
}

function onRecipe({
  recipe,
  state,
  errors,
  asked,
  dispatch,
  show,
  open,
  setTab,
  toggleOutline,
  togglePanel,
}: EditorModel) {
  const doing = (run: () => void, isPossible = true): Command => ({ run, isPossible });
  const showing = (kind: 'find' | 'palette' | 'help' | 'versions' | 'clone'): Command =>
    doing(() => {
      show({ kind });
    });
  return {
    undo: doing(() => {
      dispatch({ kind: 'undone' });
    }, state.history.past.length > 0),
    redo: doing(() => {
      dispatch({ kind: 'redone' });
    }, state.history.future.length > 0),
    find: showing('find'),
    open: doing(() => {
      open('first field');
    }),
    preview: doing(() => {
      setTab('test');
    }),
    save: doing(() => {
      asked.saving.mutate(undefined);
    }),
    publish: doing(() => {
      asked.publishing.mutate();
    }, errors === 0),
    about: doing(() => {
      dispatch({ kind: 'selected', rows: ['recipe'] });
      setTab('setup');
    }),
    versions: showing('versions'),
    outline: doing(toggleOutline),
    panel: doing(togglePanel),
    export: doing(() => {
      downloadText(`${recipe.key}.json`, canonicalize(recipe));
    }),
    clone: showing('clone'),
    palette: showing('palette'),
    help: showing('help'),
  };
}
