import { describe, expect, it } from '@jest/globals';
import { makeFormat } from '../format/format.js';
import type { ValueKind } from './property-names.js';
import { writeValue } from './write-value.js';

const format = makeFormat('fr');
const written = (value: unknown, kind: ValueKind, currency?: string | null): string =>
  writeValue(value, { kind, currency, format, sayFlag: (is) => (is ? 'Oui' : 'Non') }).replaceAll(
    /[\u00a0\u202f]/g,
    ' ',
  );

describe('a changed value', () => {
  it.each<[unknown, ValueKind, string | null, string]>([
    ['1234.56', 'money', 'EUR', '1 234,56 €'],
    [3900, 'money', 'USD', '3 900,00 $US'],
    ['3900', 'money', null, '3 900'],
    ['10', 'percent', null, '10 %'],
    ['2.5', 'number', 'EUR', '2,5'],
    [{ type: 'percent', value: '12.5' }, 'text', 'EUR', '12,5 %'],
    [{ type: 'absolute', value: '50' }, 'text', 'EUR', '50,00 €'],
    ['2026-01-31', 'date', null, '31 janv. 2026'],
    ['true', 'flag', null, 'Oui'],
    ['20261234', 'text', 'EUR', '20261234'],
    ['no number', 'money', 'EUR', 'no number'],
    [null, 'money', 'EUR', ''],
    ['', 'money', 'EUR', ''],
  ])('%j as %s in %s is written %s', (value, kind, currency, expected) => {
    expect(written(value, kind, currency)).toBe(expected);
  });
});
