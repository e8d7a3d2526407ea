/** What a key does in the editor, outside of fields. */
export type KeyCommand =
  | { do: 'go'; to: 'up' | 'down' | 'out' | 'in' | 'first' | 'last'; isMore: boolean }
  | { do: 'nudge'; by: -1 | 1 }
  | { do: 'indent' | 'outdent' | 'remove' | 'undo' | 'redo' | 'duplicate' | 'add' | 'all' | 'help' | 'save' };

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const ARROWS: Readonly<Record<string, 'up' | 'down' | 'out' | 'in' | 'first' | 'last'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
  Home: 'first',
  End: 'last',
};

/** Cut, copy and paste are events of the browser and not keys. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): KeyCommand | undefined {
  if (ctrlKey || metaKey) return withControl(key.toLowerCase(), shiftKey);
  const to = Object.hasOwn(ARROWS, key) ? ARROWS[key] : undefined;
  if (altKey) return to === undefined ? undefined : withAlt(to);
  if (to !== undefined) return { do: 'go', to, isMore: shiftKey };
  if (key === 'Delete' || key === 'Backspace') return { do: 'remove' };
  if (key === 'Insert' || key === 'a') return { do: 'add' };
  return key === '?' ? { do: 'help' } : undefined;
}

function withControl(key: string, shiftKey: boolean): KeyCommand | undefined {
  const commands: Readonly<Record<string, KeyCommand>> = {
    z: { do: shiftKey ? 'redo' : 'undo' },
    y: { do: 'redo' },
    d: { do: 'duplicate' },
    a: { do: 'all' },
    s: { do: 'save' },
  };
  return Object.hasOwn(commands, key) ? commands[key] : undefined;
}

function withAlt(to: 'up' | 'down' | 'out' | 'in' | 'first' | 'last'): KeyCommand | undefined {
  if (to === 'up') return { do: 'nudge', by: -1 };
  if (to === 'down') return { do: 'nudge', by: 1 };
  if (to === 'in') return { do: 'indent' };
  return to === 'out' ? { do: 'outdent' } : undefined;
}

/** Whether keys belong to a field that is being typed in. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=combobox], [role=dialog]') !== null);
