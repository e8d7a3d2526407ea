import { jsonPointer } from './issues.js';

const MAX_DEPTH = 100;

export interface Unstorable {
  pointer: string;
  message: string;
}

/**
 * Finds the first thing in a parsed JSON value that the database cannot keep as it is, or that is nested so deeply
 * that whoever walks it recursively would run out of stack. Itself not recursive. undefined: all is well.
 */
export function findUnstorable(value: unknown): Unstorable | undefined {
  const open: { value: unknown; path: Path; depth: number }[] = [{ value, path: null, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: here, path, depth } = next;
    const wrong = wrongWith(here, depth);
    if (wrong !== undefined) return { pointer: pointerTo(path), message: wrong };
    if (typeof here !== 'object' || here === null) continue;
    for (const [key, inner] of Object.entries(here)) {
      const wrongKey = wrongWithText(key);
      if (wrongKey !== undefined) return { pointer: pointerTo(path), message: `A key here: ${wrongKey}` };
      open.push({ value: inner, path: { parent: path, key }, depth: depth + 1 });
    }
  }
  return undefined;
}

type Path = { parent: Path; key: string } | null;

function pointerTo(path: Path): string {
  const keys: string[] = [];
  for (let at = path; at !== null; at = at.parent) keys.unshift(at.key);
  return jsonPointer(keys);
}

function wrongWith(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return wrongWithText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return 'This number is too large to be kept.';
  if (typeof value === 'object' && value !== null && depth >= MAX_DEPTH)
    return `Nested more than ${MAX_DEPTH} levels deep.`;
  return undefined;
}

function wrongWithText(text: string): string | undefined {
  if (text.includes('\u0000')) return 'Contains the character U+0000, which cannot be stored.';
  if (!text.isWellFormed()) return 'Contains half of a character (a lone surrogate), which cannot be stored.';
  return undefined;
}
