/** Text with a pill put where the caret is, a space away from the word before it; never into the middle of another pill. */
export function insertPill(text: string, path: string, caret: number): string {
  const at = outsidePills(text, caret);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const space = /[\p{L}\p{N}.,;:!?%)}]$/u.test(before) ? ' ' : '';
  return `${before}${space}{{${path}}}${/^[\p{L}\p{N}{(]/u.test(after) ? ' ' : ''}${after}`;
}

function outsidePills(text: string, caret: number): number {
  const open = text.lastIndexOf('{{', caret - 1);
  const close = open === -1 ? -1 : text.indexOf('}}', open);
  return close !== -1 && open < caret && caret < close + 2 ? close + 2 : caret;
}
