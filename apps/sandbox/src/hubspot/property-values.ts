import type { PropertyDefinition, PropertyOption } from './state.js';
import { instant } from './world.js';

/** What HubSpot makes of a written value: the text that it keeps, or the code and words of its refusal. */
export type ValueReading = { value: string } | { code: string; message: string };

const MAX_TEXT = 65_536;
const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const EPOCH_MS = /^-?\d{9,15}$/;
const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i;
const PERIOD = /^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Reads one written value by its definition (reference 7.3). `current` is what the record holds now: a multiple
 * checkbox appends to it when the value starts with ";". The empty string is the caller's business (it clears).
 */
export function readValue(definition: PropertyDefinition, written: string, current: string | undefined): ValueReading {
  switch (definition.type) {
    case 'number':
      return readNumber(definition.name, written);
    case 'date':
      return readDay(written);
    case 'datetime':
      return readInstant(written);
    case 'bool':
      return readOne(definition.options, written.toLowerCase());
    case 'enumeration':
      if (definition.externalOptions) return { value: written };
      if (definition.fieldType === 'checkbox') return readMany(definition.options, written, current);
      return readOne(definition.options, definition.fieldType === 'booleancheckbox' ? written.toLowerCase() : written);
    default:
      return readText(definition.name, written);
  }
}

function readNumber(name: string, written: string): ValueReading {
  const text = written.trim();
  if (!NUMBER.test(text)) return { code: 'INVALID_INTEGER', message: `${written} was not a valid number.` };
  if ((name === 'price' || name === 'quantity') && Number(text) < 0) {
    return { code: 'INVALID_VALUE', message: `${name} must not be negative, but was ${written}.` };
  }
  if (name === 'hs_discount_percentage' && (Number(text) < 0 || Number(text) > 100)) {
    return { code: 'INVALID_VALUE', message: `${name} must lie between 0 and 100, but was ${written}.` };
  }
  return { value: text };
}

function readDay(written: string): ValueReading {
  if (DAY.test(written)) {
    const at = new Date(`${written}T00:00:00Z`);
    const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written);
    return exists ? { value: written } : { code: 'INVALID_DATE', message: `${written} was not a valid date.` };
  }
  if (!EPOCH_MS.test(written)) return { code: 'INVALID_DATE', message: `${written} was not a valid date.` };
  const text = new Date(Number(written)).toISOString();
  if (text.endsWith('T00:00:00.000Z')) return { value: text.slice(0, 10) };
  return { code: 'INVALID_DATE', message: `${written} is at ${text.slice(11, 23)} UTC, not midnight!` };
}

function readInstant(written: string): ValueReading {
  const wrong = { code: 'INVALID_LONG', message: `${written} was not a valid long.` };
  if (EPOCH_MS.test(written)) return { value: instant(Number(written)) };
  if (DAY.test(written)) {
    const day = readDay(written);
    return 'value' in day ? { value: `${written}T00:00:00Z` } : wrong;
  }
  const at = Date.parse(written);
  return ISO_WITH_ZONE.test(written) && !Number.isNaN(at) ? { value: instant(at) } : wrong;
}

function readOne(options: PropertyOption[], written: string): ValueReading {
  if (options.some((option) => option.value === written)) return { value: written };
  return { code: 'INVALID_OPTION', message: notAnOption(options, written) };
}

function readMany(options: PropertyOption[], written: string, current: string | undefined): ValueReading {
  const chosen = written.split(';').filter((value) => value !== '');
  const stranger = chosen.find((value) => !options.some((option) => option.value === value));
  if (stranger !== undefined) return { code: 'INVALID_OPTION', message: notAnOption(options, stranger) };
  const kept = written.startsWith(';') ? (current ?? '').split(';').filter((value) => value !== '') : [];
  return { value: [...new Set([...kept, ...chosen])].join(';') };
}

function notAnOption(options: PropertyOption[], written: string): string {
  const allowed = options.map(
    (option) =>
      `label: "${option.label}"\nvalue: "${option.value}"\ndisplay_order: ${option.displayOrder}\nhidden: ${option.hidden}\nread_only: false\n`,
  );
  return `${written} was not one of the allowed options: [${allowed.join(', ')}]`;
}

function readText(name: string, written: string): ValueReading {
  if (written.length > MAX_TEXT) {
    return { code: 'INVALID_STRING', message: `Value is ${written.length} characters, but ${MAX_TEXT} are allowed.` };
  }
  if (name === 'email' && !EMAIL.test(written)) {
    return { code: 'INVALID_EMAIL', message: `Email address ${written} is invalid` };
  }
  if (name === 'hs_recurring_billing_period' && !PERIOD.test(written)) {
    return { code: 'INVALID_PERIOD', message: `${written} was not a valid ISO-8601 period, such as P12M.` };
  }
  return { value: written };
}
