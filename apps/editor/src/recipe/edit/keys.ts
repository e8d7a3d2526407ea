import type { CommandId } from './command-list.js';

type Direction = 'up' | 'down' | 'out' | 'in' | 'first' | 'last';

/** What a key does in the editor: it goes through the steps, or it is a command. */
export type KeyCommand = { do: 'go'; to: Direction; isMore: boolean } | { do: CommandId };

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
  Home: 'first',
  End: 'last',
};

const PLAIN: Readonly<Record<string, CommandId>> = {
  Enter: 'open',
  Delete: 'remove',
  Backspace: 'remove',
  Insert: 'add',
  a: 'add',
  '/': 'find',
  '?': 'help',
};

const WITH_CONTROL: Readonly<Record<string, CommandId>> = {
  z: 'undo',
  y: 'redo',
  d: 'duplicate',
  a: 'all',
  s: 'save',
  f: 'find',
  k: 'palette',
};

const WITH_ALT: Readonly<Partial<Record<Direction, CommandId>>> = {
  up: 'up',
  down: 'down',
  in: 'indent',
  out: 'outdent',
};

/** Cut, copy and paste are events of the browser and not keys. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): KeyCommand | undefined {
  if (ctrlKey || metaKey) return command(shiftKey && key.toLowerCase() === 'z' ? 'redo' : held(key.toLowerCase()));
  const to = Object.hasOwn(ARROWS, key) ? ARROWS[key] : undefined;
  if (altKey) return command(to && WITH_ALT[to]);
  if (to !== undefined) return { do: 'go', to, isMore: shiftKey };
  return command(Object.hasOwn(PLAIN, key) ? PLAIN[key] : undefined);
}

const held = (key: string): CommandId | undefined => (Object.hasOwn(WITH_CONTROL, key) ? WITH_CONTROL[key] : undefined);

const command = (id: CommandId | undefined): KeyCommand | undefined => id && { do: id };

/** Keys that mean the same wherever the keyboard is on the page, in a field too. */
const ANYWHERE: ReadonlySet<KeyCommand['do']> = new Set(['save', 'find', 'palette'] as const);

export const isForAnywhere = (event: Key): boolean => {
  const found = commandOf(event);
  return found !== undefined && (event.ctrlKey || event.metaKey) && ANYWHERE.has(found.do);
};

/** Whether keys belong to a field that is being typed in. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=combobox], [role=dialog]') !== null);
