import { validationError } from './errors.js';

/** A kind of CRM record: its names, its scopes and what an answer shows when nothing is asked for. */
export interface ObjectType {
  id: string;
  /** Plural, as in paths. */
  name: string;
  singular: string;
  /** The key under which a record lists its associations to this type: "line items" has a space. */
  inlineKey: string;
  created: string;
  modified: string;
  defaults: string[];
  required: string[];
  /** Any one of these scopes is enough. */
  read: string[];
  write: string[];
}

const scopes = (name: string, alternatives: string[] = []): Pick<ObjectType, 'read' | 'write'> => ({
  read: [`crm.objects.${name}.read`, ...alternatives],
  write: [`crm.objects.${name}.write`, ...alternatives],
});

function defineType(id: string, name: string, singular: string, more: Partial<ObjectType> = {}): ObjectType {
  const base = {
    id,
    name,
    singular,
    inlineKey: name.replaceAll('_', ' '),
    created: 'createdate',
    modified: 'hs_lastmodifieddate',
    defaults: [],
    required: [],
  };
  return { ...base, ...scopes(name), ...more };
}

/** Engagements were born with other property names, and are guarded by the contact scopes. */
const engagement = { created: 'hs_createdate', required: ['hs_timestamp'], ...scopes('contacts') };

export const OBJECT_TYPES: readonly ObjectType[] = [
  defineType('0-1', 'contacts', 'contact', {
    modified: 'lastmodifieddate',
    defaults: ['email', 'firstname', 'lastname'],
  }),
  defineType('0-2', 'companies', 'company', { defaults: ['domain', 'name'] }),
  defineType('0-3', 'deals', 'deal', {
    defaults: ['amount', 'closedate', 'dealname', 'dealstage', 'pipeline'],
    required: ['dealname', 'dealstage'],
  }),
  defineType('0-5', 'tickets', 'ticket', scopes('tickets', ['tickets'])),
  defineType('0-7', 'products', 'product', {
    defaults: ['description', 'name', 'price'],
    ...scopes('products', ['e-commerce']),
  }),
  defineType('0-8', 'line_items', 'line_item', scopes('line_items', ['e-commerce'])),
  defineType('0-14', 'quotes', 'quote'),
  defineType('0-27', 'tasks', 'task', engagement),
  defineType('0-46', 'notes', 'note', engagement),
  defineType('0-47', 'meetings', 'meeting', engagement),
  defineType('0-48', 'calls', 'call', engagement),
  defineType('0-49', 'emails', 'email', engagement),
  defineType('0-84', 'discounts', 'discount', scopes('line_items', ['e-commerce'])),
  defineType('0-85', 'fees', 'fee', scopes('line_items', ['e-commerce'])),
  defineType('0-86', 'taxes', 'tax', scopes('line_items', ['e-commerce'])),
];

export const DEALS = '0-3';
export const COMPANIES = '0-2';
export const CONTACTS = '0-1';
export const PRODUCTS = '0-7';
export const LINE_ITEMS = '0-8';
export const NOTES = '0-46';

const byName = new Map(
  OBJECT_TYPES.flatMap((type) => [type.id, type.name, type.singular].map((name) => [name, type] as const)),
);

/** The type that a path or query means by "deals", "deal" or "0-3"; 400 for anything else. */
export function objectType(text: string): ObjectType {
  const type = byName.get(text.toLowerCase());
  if (!type) throw validationError(`Unable to infer object type from: ${text}`);
  return type;
}
