/** A file's name as the file manager keeps it: without extension, and without characters that do not suit a URL. */
export interface FileName {
  name: string;
  extension: string;
}

/**
 * Splits and normalises a wanted name; the extension of the uploaded file counts when the wanted name has none.
 * Everything but letters, digits, dot, dash and underscore becomes a dash.
 */
export function fileName(wanted: string, uploaded: string): FileName {
  const { name, extension } = split(wanted === '' ? uploaded : wanted);
  return { name: normalise(name), extension: (extension || split(uploaded).extension).toLowerCase() };
}

function split(text: string): FileName {
  const dot = text.lastIndexOf('.');
  return dot > 0 ? { name: text.slice(0, dot), extension: text.slice(dot + 1) } : { name: text, extension: '' };
}

export function normalise(text: string): string {
  return text.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^-+|-+$/g, '') || 'file';
}

/** The name itself, else the first of name-1, name-2, … that is free. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 1;
  while (taken.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}
