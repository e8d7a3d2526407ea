/** Where the keyboard is to go once what it belongs to is drawn: to the field of a value, or to the first one. */
export type Goal = { pointer: string } | 'first field';

export function focusGoal(root: HTMLElement | null, goal: Goal): void {
  if (goal === 'first field') focusPanel(root);
  else focusField(root, goal.pointer);
}

/** Leads to the field that a problem is about, or as near as there is one. */
function focusField(root: HTMLElement | null, pointer: string): void {
  const fields = [...(root?.querySelectorAll<HTMLElement>('[data-pointer]') ?? [])];
  const field = fields.findLast(
    ({ dataset }) => pointer === dataset.pointer || pointer.startsWith(`${dataset.pointer ?? ''}/`),
  );
  field?.scrollIntoView({ block: 'center' });
  (field?.querySelector<HTMLElement>('textarea, input') ?? field?.querySelector<HTMLElement>('button'))?.focus();
}

/** Leads from a step into the panel that sets it up: to its first field. */
function focusPanel(root: HTMLElement | null): void {
  const panel = root?.querySelector('aside [role=tabpanel]');
  const field = panel?.querySelector<HTMLElement>('[data-pointer]') ?? panel;
  (field?.querySelector<HTMLElement>('textarea, input') ?? panel?.querySelector<HTMLElement>('button'))?.focus();
}

/** The way back: to the row of the outline that is looked at, or to the editor where there is no outline. */
export function focusRow(root: HTMLElement | null): void {
  (root?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]') ?? root)?.focus({ preventScroll: true });
}

/** As focusRow, after a dialog has closed; whoever has gone on into the panel meanwhile stays there. */
export function focusRowAgain(root: HTMLElement | null): void {
  if (!root?.querySelector('aside')?.contains(document.activeElement)) focusRow(root);
}
