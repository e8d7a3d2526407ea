/** The things that connectors change; each has its text under `changes.types`. */
const TYPES = [
  'deal',
  'company',
  'contact',
  'line_item',
  'note',
  'task',
  'file',
  'document',
  'quote',
  'quote_item',
  'pricing_row',
  'variable',
  'linked_object',
] as const;

/** The key of its text; undefined for a type that a connector has added since. */
export function typeKey(type: string): `changes.types.${(typeof TYPES)[number]}` | undefined {
  const known = TYPES.find((candidate) => candidate === type);
  return known && `changes.types.${known}`;
}
