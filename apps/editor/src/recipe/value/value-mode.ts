import type { Json } from '@tandem/recipes';
import type { Field } from '../model/schema-field.js';
import { fromTemplate, pillIn, toTemplate } from './template-text.js';

/** How a value is shown: as what it is, or as the JSON of it. */
export type ValueMode = 'value' | 'formula';

const isTextList = (value: Json | undefined): value is string[] =>
  Array.isArray(value) && value.every((member) => typeof member === 'string');

/** Whether a value can be shown as itself: text with pills, a number, a choice, a pill. */
export function fitsPlainly(value: Json | undefined, field: Field): boolean {
  if (value === undefined || pillIn(value) !== undefined) return true;
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' || value === '';
    case 'list':
      return field.element?.type === 'text' && isTextList(value);
    case 'object':
      return false;
    case 'text':
    case 'any':
      if (field.choices !== undefined || field.pickList !== undefined) return typeof value === 'string';
      return toTemplate(value) !== undefined;
  }
}

/** Whether a pill goes into the text that is there. Elsewhere (a number, a choice, an id) it takes its place. */
export const isProse = (field: Field, pointer: string): boolean =>
  field.type === 'text' && field.choices === undefined && field.pickList === undefined && !/(^|\/|_)id$/.test(pointer);

/** The text that stands in a field for a value. */
export const shownText = (value: Json | undefined): string => {
  if (typeof value === 'number') return String(value);
  return value === undefined ? '' : (toTemplate(value) ?? '');
};

/** What a typed text means in a field: a number where one is wanted, else text with pills. */
export function meaning(text: string, field: Field): Json {
  const isNumber = field.type === 'number' && text.trim() !== '' && Number.isFinite(Number(text));
  return isNumber ? Number(text) : fromTemplate(text);
}
