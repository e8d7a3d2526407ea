import { toasts } from '../../parts/toasts.js';
import { fromClipboard, toClipboard } from '../model/clipboard.js';
import { insertSteps, removeSteps } from '../model/commands.js';
import type { Command } from './command-list.js';
import { stepsIn } from './editor-state.js';
import { placeAfter } from './outline-rows.js';
import type { EditorModel } from './use-editor.js';

/**
 * Copy, cut and paste of menus and the palette. Their keys are events of the browser (use-keys.ts), which work where
 * a page may not touch the clipboard by itself: over plain http.
 */
export function onClipboard({ recipe, rows, state, dispatch, say }: EditorModel) {
  const ids = stepsIn(state.selected);
  const current = rows.find(({ id }) => id === state.selected.at(-1)) ?? rows[0];
  const mayTouch = 'clipboard' in navigator;
  const copied = (): Promise<void> => navigator.clipboard.writeText(toClipboard(recipe, ids));
  const told = (done: Promise<void>): void => {
    done.catch(() => {
      toasts.show({ text: say.clipboardRefused });
    });
  };
  const paste = async (): Promise<void> => {
    const steps = fromClipboard(await navigator.clipboard.readText());
    if (!steps) toasts.show({ text: say.nothingToPaste });
    else if (current) dispatch({ kind: 'made', make: (before) => insertSteps(before, placeAfter(current), steps) });
  };
  const copy: Command = {
    isPossible: mayTouch && ids.length > 0,
    run: () => {
      told(copied());
    },
  };
  const cut: Command = {
    ...copy,
    run: () => {
      told(
        copied().then(() => {
          dispatch({ kind: 'made', make: (before) => removeSteps(before, ids) });
        }),
      );
    },
  };
  return {
    copy,
    cut,
    paste: {
      isPossible: mayTouch && current !== undefined,
      run: () => {
        told(paste());
      },
    },
  };
}
