/** Leads to the field that a problem is about, or as near as there is one. */
export function focusField(root: HTMLElement | null, pointer: string): void {
  const fields = [...(root?.querySelectorAll<HTMLElement>('[data-pointer]') ?? [])];
  const field = fields.findLast(
    ({ dataset }) => pointer === dataset.pointer || pointer.startsWith(`${dataset.pointer ?? ''}/`),
  );
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('textarea, input, button')?.focus();
}
