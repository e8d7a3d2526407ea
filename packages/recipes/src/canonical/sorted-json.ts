import type { Json } from '../json.js';

/** JSON text whose object keys are in code-unit order, so that equal values give equal texts. Undefined members are left out. */
export function sortedJson(value: Json, indent = '', margin = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = margin + indent;
  const members = Array.isArray(value)
    ? value.map((element) => sortedJson(element, indent, inner))
    : Object.keys(value)
        .filter((key) => value[key] !== undefined)
        .sort()
        .map((key) => `${JSON.stringify(key)}:${indent && ' '}${sortedJson(value[key] ?? null, indent, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return open + close;
  return indent
    ? `${open}\n${inner}${members.join(`,\n${inner}`)}\n${margin}${close}`
    : open + members.join(',') + close;
}
