/** Everything that can be done in the editor, in the order of the palette, with the keys that do it at once. */
export const COMMANDS = [
  { id: 'open', keys: ['Enter'] },
  { id: 'add', keys: ['A'] },
  { id: 'duplicate', keys: ['Ctrl + D'] },
  { id: 'copy', keys: ['Ctrl + C'] },
  { id: 'cut', keys: ['Ctrl + X'] },
  { id: 'paste', keys: ['Ctrl + V'] },
  { id: 'remove', keys: ['Delete'] },
  { id: 'skip', keys: [] },
  { id: 'up', keys: ['Alt + ↑'] },
  { id: 'down', keys: ['Alt + ↓'] },
  { id: 'indent', keys: ['Alt + →'] },
  { id: 'outdent', keys: ['Alt + ←'] },
  { id: 'wrapIf', keys: [] },
  { id: 'wrapTry', keys: [] },
  { id: 'wrapForEach', keys: [] },
  { id: 'all', keys: ['Ctrl + A'] },
  { id: 'undo', keys: ['Ctrl + Z'] },
  { id: 'redo', keys: ['Ctrl + Y'] },
  { id: 'find', keys: ['Ctrl + F', '/'] },
  { id: 'preview', keys: [] },
  { id: 'save', keys: ['Ctrl + S'] },
  { id: 'publish', keys: [] },
  { id: 'about', keys: [] },
  { id: 'versions', keys: [] },
  { id: 'outline', keys: [] },
  { id: 'panel', keys: [] },
  { id: 'export', keys: [] },
  { id: 'clone', keys: [] },
  { id: 'palette', keys: ['Ctrl + K'] },
  { id: 'help', keys: ['?'] },
] as const;

export type CommandId = (typeof COMMANDS)[number]['id'];

export interface Command {
  /** It can be done just now. */
  isPossible: boolean;
  run: () => void;
}

/** Those that are about the chosen steps, in the order of their menu; a line is drawn before each group. */
export const STEP_COMMANDS = [
  ['open', 'add'],
  ['copy', 'cut', 'paste', 'duplicate', 'skip'],
  ['up', 'down', 'indent', 'outdent'],
  ['wrapIf', 'wrapTry', 'wrapForEach'],
  ['remove'],
] as const satisfies readonly (readonly CommandId[])[];

/** Those that change the recipe; a recipe that comes with Tandem offers none. */
export const CHANGING: ReadonlySet<CommandId> = new Set([
  'add', 'duplicate', 'cut', 'paste', 'remove', 'skip', 'up', 'down', 'indent', 'outdent', 'wrapIf', 'wrapTry', 'wrapForEach',
  'undo', 'redo', 'save', 'publish',
] as const); // prettier-ignore

/** The keys as the keyboard at hand has them. */
export const keysHere = (keys: string): string =>
  /mac/i.test(navigator.userAgent) ? keys.replace('Ctrl', '⌘').replace('Alt', '⌥') : keys;
