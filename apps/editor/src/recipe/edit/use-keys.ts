import type { Recipe } from '@tandem/recipes';
import type { ClipboardEvent, Dispatch, KeyboardEvent } from 'react';
import { fromClipboard, toClipboard } from '../model/clipboard.js';
import { duplicateSteps, indentStep, insertSteps, nudgeStep, removeSteps, type Made } from '../model/commands.js';
import { entryOf } from '../model/outline.js';
import type { Place } from '../model/step-lists.js';
import { stepsIn, type EditorEvent } from './editor-state.js';
import { commandOf, isTyping, type KeyCommand } from './keys.js';
import { placeAfter, type Row } from './outline-rows.js';

interface KeysOf {
  recipe: Recipe;
  rows: readonly Row[];
  closed: ReadonlySet<string>;
  selected: readonly string[];
  isReadOnly: boolean;
  dispatch: Dispatch<EditorEvent>;
  onToggle: (row: string) => void;
  onAdd: (place: Place) => void;
  onHelp: () => void;
  onSave: () => void;
}

/** The keyboard of the editor: the same commands as the mouse, on whatever is chosen. */
export function useKeys(of: KeysOf) {
  const { recipe, rows, selected, isReadOnly, dispatch } = of;
  const ids = stepsIn(selected);
  const current = rows.find(({ id }) => id === selected.at(-1)) ?? rows[0];
  const make = (made: Made): void => {
    if (!isReadOnly) dispatch({ kind: 'made', made });
  };

  const edit = (command: KeyCommand): void => {
    const [id] = ids;
    switch (command.do) {
      case 'remove':
        if (ids.length > 0) make(removeSteps(recipe, ids));
        return;
      case 'duplicate':
        if (ids.length > 0) make(duplicateSteps(recipe, ids));
        return;
      case 'nudge':
        if (id !== undefined) make(nudgeStep(recipe, id, command.by));
        return;
      case 'indent':
        if (id !== undefined) make(indentStep(recipe, id));
        return;
      case 'outdent':
        if (id !== undefined) make(outdented(recipe, id));
        return;
      case 'add':
        if (current && !isReadOnly) of.onAdd(placeAfter(current));
        return;
      case 'undo':
        dispatch({ kind: 'undone' });
        return;
      case 'redo':
        dispatch({ kind: 'redone' });
        return;
      case 'all':
        dispatch({ kind: 'selected', rows: rows.flatMap((row) => (row.kind === 'step' ? [row.id] : [])) });
        return;
      case 'go':
        if (current) go(of, current, command);
        return;
      case 'help':
        of.onHelp();
        return;
      case 'save':
        of.onSave();
        return;
    }
  };

  return {
    onKeyDown: (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (!command || (isTyping(event.target) && command.do !== 'save')) return;
      event.preventDefault();
      edit(command);
    },
    onCopy: (event: ClipboardEvent): void => {
      if (isTyping(event.target) || ids.length === 0 || !window.getSelection()?.isCollapsed) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', toClipboard(recipe, ids));
    },
    onCut: (event: ClipboardEvent): void => {
      if (isTyping(event.target) || ids.length === 0) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', toClipboard(recipe, ids));
      make(removeSteps(recipe, ids));
    },
    onPaste: (event: ClipboardEvent): void => {
      if (isTyping(event.target) || !current) return;
      const steps = fromClipboard(event.clipboardData.getData('text/plain'));
      if (!steps) return;
      event.preventDefault();
      make(insertSteps(recipe, placeAfter(current), steps));
    },
  };
}

/** Out of the step around it, to right behind that. */
function outdented(recipe: Recipe, id: string): Made {
  const holder = entryOf(recipe, id)?.place.holder;
  const around = holder === null || holder === undefined ? undefined : entryOf(recipe, holder);
  const step = entryOf(recipe, id)?.step;
  if (!around || !step) return { recipe, selected: [id] };
  const removed = removeSteps(recipe, [id]).recipe;
  return insertSteps(removed, { ...around.place, index: around.place.index + 1 }, [step]);
}

function go(
  { rows, closed, selected, dispatch, onToggle }: KeysOf,
  current: Row,
  { to, isMore }: Extract<KeyCommand, { do: 'go' }>,
): void {
  const index = rows.indexOf(current);
  const isOpenable = current.kind === 'way' || (current.kind === 'step' && current.isOpenable);
  const isOpen = isOpenable && !closed.has(current.id);
  if ((to === 'in' && isOpenable && !isOpen) || (to === 'out' && isOpen)) {
    onToggle(current.id);
    return;
  }
  const around = rows.slice(0, index).findLast(({ level }) => level < current.level);
  const targets = {
    up: rows[index - 1],
    down: rows[index + 1],
    in: isOpen ? rows[index + 1] : undefined,
    out: around,
    first: rows[0],
    last: rows.at(-1),
  };
  const target = targets[to];
  if (!target) return;
  const more =
    isMore && target.kind === 'step' ? [...selected.filter((id) => id !== target.id), target.id] : [target.id];
  dispatch({ kind: 'selected', rows: more });
}
