import { isLogic, type Json, type JsonObject } from '@tandem/recipes';
import type { Field } from '../model/schema-field.js';
import { fromTemplate, pillIn, toTemplate } from './template-text.js';

const isTextList = (value: Json | undefined): value is string[] =>
  Array.isArray(value) && value.every((member) => typeof member === 'string');

/** Values that have parts, each with a field of its own: a list, a group of known members, or names with values. */
export type Parts = 'list' | 'members' | 'pairs';

/** Which parts a value has. Undefined for what is one thing: a pill, a formula, a text, and a list of words. */
export function partsOf(value: Json | undefined, field: Field): Parts | undefined {
  if (field.type === 'list') {
    const isWords = field.element === undefined || isPlainText(field.element);
    return Array.isArray(value ?? []) && !(isWords && isTextList(value ?? [])) ? 'list' : undefined;
  }
  if (field.type !== 'object' || !isGroup(value ?? {})) return undefined;
  return field.members.size > 0 ? 'members' : 'pairs';
}

const isPlainText = ({ type, choices, pickList }: Field): boolean =>
  type === 'text' && choices === undefined && pickList === undefined;

/** An object that is no formula. */
export const isGroup = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isLogic(value);

/** Whether a value can be shown as itself: text with pills, a number, a choice, a pill, or its parts. */
export function fitsPlainly(value: Json | undefined, field: Field): boolean {
  if (value === undefined || pillIn(value) !== undefined || partsOf(value, field) !== undefined) return true;
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' || value === '';
    case 'list':
      return isTextList(value);
    case 'object':
      return false;
    case 'text':
    case 'any':
      if (field.choices !== undefined || field.pickList !== undefined) return typeof value === 'string';
      return toTemplate(value) !== undefined || (field.type === 'any' && typeof value === 'number');
  }
}

/** What a new part of a list begins as. */
export function emptyOf({ type }: Field): Json {
  switch (type) {
    case 'object':
      return {};
    case 'list':
      return [];
    case 'boolean':
      return false;
    case 'number':
    case 'text':
    case 'any':
      return '';
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

/** What a typed text means in a field: a number where one is wanted or stood before, else text with pills. */
export function meaning(text: string, field: Field, before: Json | undefined): Json {
  const wantsNumber = field.type === 'number' || typeof before === 'number';
  return wantsNumber && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : fromTemplate(text);
}
