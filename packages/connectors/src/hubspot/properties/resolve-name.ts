import type { PropertyDefinition } from './definition.js';

export type Resolved = { found: PropertyDefinition } | { found: null; candidates: string[] };

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The property that a name in a document means: `Deal.DealCurrencyCode` → `deal_currency_code`, `Deal.Name` → `dealname`.
 * Tried in this order, the first that fits exactly one property wins: the property's name as it stands; its name
 * without case and punctuation; its label likewise; name and label with the object before it ("Deal owner").
 * `candidates` names the properties when several fit equally well.
 */
export function resolveProperty(definitions: readonly PropertyDefinition[], name: string, object: string): Resolved {
  const exact = definitions.find((one) => one.name === name.trim() && !one.archived);
  if (exact !== undefined) return { found: exact };

  const plain = letters(name);
  const prefixed = letters(object) + plain;
  const rules: ((one: PropertyDefinition) => boolean)[] = [
    (one) => letters(one.name) === plain,
    (one) => letters(one.label) === plain,
    (one) => letters(one.name) === prefixed,
    (one) => letters(one.label) === prefixed,
  ];
  for (const rule of rules) {
    const fitting = preferVisible(definitions.filter((one) => !one.archived && rule(one)));
    if (fitting.length === 1 && fitting[0] !== undefined) return { found: fitting[0] };
    if (fitting.length > 1) return { found: null, candidates: fitting.map((one) => one.name).sort() };
  }
  return { found: null, candidates: [] };
}

/** HubSpot keeps hidden twins of many properties; a person who names one means the one they can see. */
function preferVisible(fitting: PropertyDefinition[]): PropertyDefinition[] {
  const visible = fitting.filter((one) => !one.hidden);
  return visible.length > 0 ? visible : fitting;
}

export interface MergeField {
  object: string;
  property: string;
}

/** "Deal.Amount" → its two parts; null for a name without a prefix. */
export function parseMergeField(name: string): MergeField | null {
  const dot = name.indexOf('.');
  if (dot < 1) return null;
  return { object: name.slice(0, dot).trim(), property: name.slice(dot + 1).trim() };
}

/** True for names such as `***`, `Deal.###` or `Company.`: there is no property behind them. */
export function isOnlySymbols(name: string): boolean {
  const property = parseMergeField(name)?.property ?? name;
  return letters(property) === '';
}
