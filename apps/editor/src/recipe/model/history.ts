/** What was, what is, and what was undone. */
export interface History<State> {
  past: readonly State[];
  present: State;
  future: readonly State[];
  /** What the last change was made to, while more of the same goes into the same undo. */
  open: string | undefined;
}

const KEPT = 200;

export const startHistory = <State>(present: State): History<State> => ({
  past: [],
  present,
  future: [],
  open: undefined,
});

/** @param of changes of the same thing in a row, such as letters typed into one field, are undone together */
export function change<State>(history: History<State>, present: State, of?: string): History<State> {
  if (Object.is(present, history.present)) return history;
  const goesOn = of !== undefined && of === history.open;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-KEPT);
  return { past, present, future: [], open: of };
}

export function undo<State>({ past, present, future, ...rest }: History<State>): History<State> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, ...rest };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], open: undefined };
}

export function redo<State>({ past, present, future, ...rest }: History<State>): History<State> {
  const [next, ...later] = future;
  if (next === undefined) return { past, present, future, ...rest };
  return { past: [...past, present], present: next, future: later, open: undefined };
}
