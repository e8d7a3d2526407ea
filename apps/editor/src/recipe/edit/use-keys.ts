import { useCallbackRef } from '@mantine/hooks';
import { useEffect, type ClipboardEvent, type KeyboardEvent } from 'react';
import { fromClipboard, toClipboard } from '../model/clipboard.js';
import { insertSteps, removeSteps } from '../model/commands.js';
import type { CommandId } from './command-list.js';
import { stepRange } from './choice.js';
import { stepsIn } from './editor-state.js';
import { commandOf, isForAnywhere, isTyping, type KeyCommand } from './keys.js';
import { placeAfter, type Row } from './outline-rows.js';
import type { EditorModel } from './use-editor.js';

/** The keyboard of the editor: the same commands as the mouse, on whatever is chosen. */
export function useKeys(editor: EditorModel, run: (id: CommandId) => void) {
  useKeysAnywhere(run, editor.dialog !== undefined);
  return {
    onKeyDown: (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (!command || event.defaultPrevented || isTyping(event.target)) return;
      if (command.do === 'open' && isPressable(event.target)) return;
      event.preventDefault();
      if (command.do === 'go') go(editor, command);
      else run(command.do);
    },
    ...clipboardOf(editor),
  };
}

/** Enter presses what has the focus, if that can be pressed. */
const isPressable = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, summary') !== null;

/** Saving, finding and the palette, wherever on the page the keyboard is. */
function useKeysAnywhere(run: (id: CommandId) => void, isCovered: boolean): void {
  const onKey = useCallbackRef((event: globalThis.KeyboardEvent) => {
    const command = isForAnywhere(event) ? commandOf(event) : undefined;
    if (!command || command.do === 'go' || event.defaultPrevented) return;
    event.preventDefault();
    if (!isCovered) run(command.do);
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [onKey]);
}

function clipboardOf({ recipe, rows, state: { selected }, isReadOnly, dispatch }: EditorModel) {
  const ids = stepsIn(selected);
  const current = rows.find(({ id }) => id === selected.at(-1)) ?? rows[0];
  const copy = (event: ClipboardEvent): boolean => {
    if (isTyping(event.target) || ids.length === 0 || window.getSelection()?.isCollapsed === false) return false;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toClipboard(recipe, ids));
    return true;
  };
  return {
    onCopy: copy,
    onCut: (event: ClipboardEvent): void => {
      if (!isReadOnly && copy(event)) dispatch({ kind: 'made', make: (before) => removeSteps(before, ids) });
    },
    onPaste: (event: ClipboardEvent): void => {
      if (isReadOnly || isTyping(event.target) || !current) return;
      const steps = fromClipboard(event.clipboardData.getData('text/plain'));
      if (!steps) return;
      event.preventDefault();
      dispatch({ kind: 'made', make: (before) => insertSteps(before, placeAfter(current), steps) });
    },
  };
}

function go(
  { rows, closed, state: { selected }, dispatch, toggle }: EditorModel,
  { to, isMore }: Extract<KeyCommand, { do: 'go' }>,
): void {
  const current = rows.find(({ id }) => id === selected.at(-1)) ?? rows[0];
  if (!current) return;
  const isOpenable = current.kind === 'way' || (current.kind === 'step' && current.isOpenable);
  const isOpen = isOpenable && !closed.has(current.id);
  if ((to === 'in' && isOpenable && !isOpen) || (to === 'out' && isOpen)) {
    toggle(current.id);
    return;
  }
  // Only steps are chosen together: the heads of ways between them are passed over.
  const offered = isMore ? rows.filter(({ kind, id }) => kind === 'step' || id === current.id) : rows;
  const target = targetOf(offered, current, isOpen)[to];
  if (target) dispatch({ kind: 'selected', rows: isMore ? stepRange(rows, selected[0], target.id) : [target.id] });
}

function targetOf(rows: readonly Row[], current: Row, isOpen: boolean) {
  const index = rows.indexOf(current);
  return {
    up: rows[index - 1],
    down: rows[index + 1],
    in: isOpen ? rows[index + 1] : undefined,
    out: rows.slice(0, index).findLast(({ level }) => level < current.level),
    first: rows[0],
    last: rows.at(-1),
  };
}
