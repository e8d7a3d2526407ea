import { Decimal } from 'decimal.js';
import { number, type Said, said } from '../../sdk/said.js';
import type { PropertyDefinition } from './definition.js';
import { toInstant, toPlainDate } from './dates.js';

/** A value in the form that HubSpot stores, or why it does not fit. */
export type Converted = { value: string } | { reason: Said };

export type RawValue = string | number | boolean;

const MAX_TEXT = 65_536;
const PLAIN_NUMBER = /^[+-]?(\d+(\.\d+)?|\.\d+)$/;
const SHOWN_OPTIONS = 8;

/** Fits a value to the type and options of a property. Nothing is guessed: what could mean two things is refused. */
export function convertValue(property: PropertyDefinition, raw: RawValue): Converted {
  switch (property.type) {
    case 'string':
    case 'phone_number':
      return toText(raw);
    case 'number':
      return toNumber(raw);
    case 'date':
      return toDate(raw);
    case 'datetime':
      return toDateTime(raw);
    case 'bool':
      return toYesOrNo(property, raw);
    case 'enumeration':
      return toOption(property, raw);
    default:
      return { reason: said`properties of type "${property.type}" cannot be written from a document` };
  }
}

function toText(raw: RawValue): Converted {
  const value = String(raw);
  if (value.length > MAX_TEXT) return { reason: said`the text is longer than ${number(MAX_TEXT)} characters` };
  return { value };
}

function toNumber(raw: RawValue): Converted {
  if (typeof raw === 'boolean') return { reason: said`a checkbox does not fit a number` };
  const text = String(raw).trim();
  if (!PLAIN_NUMBER.test(text)) {
    return {
      reason: said`"${cut(text)}" is not a plain number: write it like 1234.50, without separators, currency or unit`,
    };
  }
  return { value: new Decimal(text).toFixed() };
}

function toDate(raw: RawValue): Converted {
  const date = typeof raw === 'string' ? toPlainDate(raw) : null;
  return date === null
    ? { reason: said`"${cut(String(raw))}" is not a date: write it like 2026-11-30` }
    : { value: date };
}

function toDateTime(raw: RawValue): Converted {
  const instant = typeof raw === 'string' ? toInstant(raw) : null;
  if (instant !== null) return { value: instant };
  return {
    reason: said`"${cut(String(raw))}" is not a time: write it like 2026-11-30 or 2026-11-30T10:00:00Z, with its zone`,
  };
}

function toYesOrNo(property: PropertyDefinition, raw: RawValue): Converted {
  const text = String(raw).trim().toLowerCase();
  if (text === 'true' || text === 'false') return { value: text };
  if (property.options.length > 0) return oneOption(property, String(raw));
  return { reason: said`"${cut(String(raw))}" is neither true nor false` };
}

function toOption(property: PropertyDefinition, raw: RawValue): Converted {
  if (property.fieldType === 'booleancheckbox') return toYesOrNo(property, raw);
  if (property.externalOptions || property.options.length === 0) return toExternalOption(property, raw);
  if (property.fieldType !== 'checkbox') return oneOption(property, String(raw));

  const whole = oneOption(property, String(raw));
  if ('value' in whole) return whole;
  const parts = String(raw)
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const values: string[] = [];
  for (const part of parts) {
    const converted = oneOption(property, part);
    if ('reason' in converted) return converted;
    if (!values.includes(converted.value)) values.push(converted.value);
  }
  return values.length > 0 ? { value: values.join(';') } : whole;
}

/** By value, else by label, else by label without regard to case. */
function oneOption(property: PropertyDefinition, raw: string): Converted {
  const text = raw.trim();
  const options = property.options;
  const exact = options.find((one) => one.value === text);
  if (exact !== undefined) return { value: exact.value };
  const sameCase = options.filter((one) => one.label === text);
  const anyCase = options.filter((one) => one.label.trim().toLowerCase() === text.toLowerCase());
  const fitting = sameCase.length > 0 ? sameCase : anyCase;
  if (fitting.length === 1 && fitting[0] !== undefined) return { value: fitting[0].value };
  if (fitting.length > 1) {
    return {
      reason: said`"${cut(text)}" is the label of several of its options: ${fitting.map((one) => one.value).join(', ')}`,
    };
  }
  const labels = options.filter((one) => !one.hidden).map((one) => one.label);
  const shown = labels.slice(0, SHOWN_OPTIONS).join(', ');
  const left = labels.length - SHOWN_OPTIONS;
  return {
    reason:
      left > 0
        ? said`"${cut(text)}" is not one of its options: ${shown} and ${number(left)} more`
        : said`"${cut(text)}" is not one of its options: ${shown}`,
  };
}

/** Options that HubSpot keeps elsewhere, such as owners, are named by id. */
function toExternalOption(property: PropertyDefinition, raw: RawValue): Converted {
  const text = String(raw).trim();
  if (property.referencedObjectType === 'OWNER' && !/^\d+$/.test(text)) {
    return { reason: said`"${cut(text)}" is not the id of a HubSpot owner` };
  }
  return { value: text };
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Whether two stored values say the same; no value and "" are the same. */
export function sameValue(
  property: Pick<PropertyDefinition, 'type' | 'fieldType'>,
  a: string | null | undefined,
  b: string | null | undefined,
): boolean {
  const left = a ?? '';
  const right = b ?? '';
  if (left === right) return true;
  if (left === '' || right === '') return false;
  switch (property.type) {
    case 'number':
      return sameNumber(left, right);
    case 'date':
      return toPlainDate(left) !== null && toPlainDate(left) === toPlainDate(right);
    case 'datetime':
      return toInstant(left) !== null && toInstant(left) === toInstant(right);
    case 'enumeration':
      return property.fieldType === 'checkbox' && sorted(left) === sorted(right);
    default:
      return false;
  }
}

/** The shortest plain notation of a number; null for what is none. */
export const decimalText = (text: string): string | null =>
  PLAIN_NUMBER.test(text) ? new Decimal(text).toFixed() : null;

export const sameNumber = (a: string, b: string): boolean =>
  PLAIN_NUMBER.test(a) && PLAIN_NUMBER.test(b) && new Decimal(a).equals(b);

const sorted = (list: string): string =>
  list
    .split(';')
    .filter((part) => part !== '')
    .sort()
    .join(';');
