import type { Note } from '../../sdk/plan.js';
import type { DocumentField } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import type { RawValue } from '../properties/property-value.js';
import { isOnlySymbols, parseMergeField } from '../properties/resolve-name.js';

/** A filled field that names a property of the deal or of its company. */
export interface ChosenField {
  subject: string;
  mergeField: string;
  object: 'deal' | 'company';
  property: string;
  value: RawValue;
}

const WRITTEN_TYPES = new Set(['text', 'date', 'dropdown', 'checkbox', 'radio_buttons']);

/**
 * The fields of a document that go to HubSpot, in document order, and notes on those left out. Fields without a merge
 * field, or with one of another object, are none of our business and need no note. Unfilled fields change nothing.
 */
export function chooseFields(fields: readonly DocumentField[]): { chosen: ChosenField[]; notes: Note[] } {
  const chosen: ChosenField[] = [];
  const notes: Note[] = [];
  for (const field of fields) {
    const mergeField = field.name?.trim() ?? '';
    if (mergeField === '') continue;
    const subject = subjectOf(field, mergeField);
    const parts = parseMergeField(mergeField);
    const object = parts === null ? null : objectOf(parts.object);
    if (isOnlySymbols(mergeField) && (object !== null || parts === null || isOnlySymbols(parts.object))) {
      notes.push({
        subject,
        message: said`Left out: its merge field holds only special symbols, so it names no property.`,
      });
      continue;
    }
    if (parts === null || object === null) continue;
    if (!WRITTEN_TYPES.has(field.type)) {
      notes.push({ subject, message: said`Left out: fields of type ${field.type} are not written to HubSpot.` });
      continue;
    }
    const value = valueOf(field);
    if (value !== null) chosen.push({ subject, mergeField, object, property: parts.property, value });
  }
  return { chosen, notes };
}

function objectOf(prefix: string): 'deal' | 'company' | null {
  const word = prefix.toLowerCase();
  return word === 'deal' || word === 'company' ? word : null;
}

/** For people: 'Field "Start of contract" (Deal.StartDate)'. */
const subjectOf = (field: DocumentField, mergeField: string): string =>
  field.title === '' || field.title === mergeField
    ? said`Field ${mergeField}`
    : said`Field "${field.title}" (${mergeField})`;

/** What the field says; null when it says nothing. An unticked checkbox says no. */
function valueOf(field: DocumentField): RawValue | null {
  if (field.type === 'checkbox') return typeof field.value === 'boolean' ? field.value : textOf(field);
  return field.filled ? textOf(field) : null;
}

function textOf(field: DocumentField): RawValue | null {
  if (typeof field.value === 'number' || typeof field.value === 'boolean') return field.value;
  return typeof field.value === 'string' && field.value !== '' ? field.value : null;
}
