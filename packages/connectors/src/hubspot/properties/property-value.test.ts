import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { optionsOf, propertyOf } from '../testing/rows.js';
import { convertValue, sameValue, type Converted } from './property-value.js';

const number = propertyOf({ name: 'seats', type: 'number', fieldType: 'number' });
const day = propertyOf({ name: 'start', type: 'date', fieldType: 'date' });
const moment = propertyOf({ name: 'signed_at', type: 'datetime', fieldType: 'date' });
const choice = propertyOf({
  name: 'kind',
  type: 'enumeration',
  fieldType: 'select',
  options: optionsOf(['new', 'New business'], ['old', 'Renewal'], ['Renewal', 'Trap']),
});
const several = propertyOf({
  name: 'addons',
  type: 'enumeration',
  fieldType: 'checkbox',
  options: optionsOf(['a', 'Alpha'], ['b', 'Beta; bold'], ['c', 'Gamma']),
});
const tick = propertyOf({
  name: 'signed',
  type: 'enumeration',
  fieldType: 'booleancheckbox',
  options: optionsOf(['true', 'Yes'], ['false', 'No']),
});
const yesNo = propertyOf({ name: 'flag', type: 'bool', fieldType: 'booleancheckbox' });

const reasonOf = (converted: Converted): string => ('reason' in converted ? converted.reason : 'it fits');

describe('numbers', () => {
  it.each([
    ['12', '12'],
    [' 12.50 ', '12.5'],
    ['-3', '-3'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['100000000000000000000.01', '100000000000000000000.01'],
    [1500, '1500'],
  ])('takes %j as %s', (raw, value) => {
    expect(convertValue(number, raw)).toEqual({ value });
  });

  it.each(['1,234.50', '1.234,50', '1,5', '€ 12', '12 %', '1e5', '0x10', 'twelve', '', '1 000', '1.', '--1'])(
    'refuses %j and says how to write it',
    (raw) => {
      expect(reasonOf(convertValue(number, raw))).toContain('is not a plain number: write it like 1234.50');
    },
  );

  it('refuses a checkbox', () => {
    expect(reasonOf(convertValue(number, true))).toBe('a checkbox does not fit a number');
  });

  it('keeps every digit of any decimal', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(999_999), (whole, part) => {
        const text = `${whole}.${part}`;
        const converted = convertValue(number, text);
        expect('value' in converted && new Decimal(converted.value).equals(text)).toBe(true);
      }),
    );
  });
});

describe('days', () => {
  it.each([
    ['2026-11-30', '2026-11-30'],
    ['2026-11-30T00:00:00.000000Z', '2026-11-30'],
    ['2026-11-30T22:00:00+02:00', '2026-11-30'],
    ['2028-02-29', '2028-02-29'],
  ])('takes %s as %s', (raw, value) => {
    expect(convertValue(day, raw)).toEqual({ value });
  });

  it.each(['30/11/2026', '11-30-2026', '2026-02-30', '2026-13-01', '2026-11', 'tomorrow', '2026-11-30 or later', true])(
    'refuses %j',
    (raw) => {
      expect(reasonOf(convertValue(day, raw))).toContain('is not a date: write it like 2026-11-30');
    },
  );
});

describe('moments', () => {
  it.each([
    ['2026-11-30', '2026-11-30T00:00:00.000Z'],
    ['2026-11-30T10:00:00+02:00', '2026-11-30T08:00:00.000Z'],
    ['2026-11-30 10:00:00.5Z', '2026-11-30T10:00:00.500Z'],
    ['2026-11-30T10:00+0100', '2026-11-30T09:00:00.000Z'],
  ])('takes %s as %s', (raw, value) => {
    expect(convertValue(moment, raw)).toEqual({ value });
  });

  it('refuses a time without a zone, which could be any moment of a day', () => {
    expect(reasonOf(convertValue(moment, '2026-11-30T10:00:00'))).toContain('with its zone');
  });
});

describe('choices', () => {
  it('goes by value first, then by label, then by label without regard to case', () => {
    expect(convertValue(choice, 'Renewal')).toEqual({ value: 'Renewal' });
    expect(convertValue(choice, 'New business')).toEqual({ value: 'new' });
    expect(convertValue(choice, ' new BUSINESS ')).toEqual({ value: 'new' });
    expect(convertValue(choice, 'old')).toEqual({ value: 'old' });
  });

  it('does not choose between options of one label, such as a stage that two pipelines have', () => {
    const stage = { ...choice, options: optionsOf(['s1', 'Won'], ['s2', 'Won'], ['s3', 'won']) };
    expect(reasonOf(convertValue(stage, 'Won'))).toBe('"Won" is the label of several of its options: s1, s2');
    expect(convertValue(stage, 'won')).toEqual({ value: 's3' });
    expect(convertValue(stage, 's2')).toEqual({ value: 's2' });
  });

  it('names the options when nothing fits', () => {
    expect(reasonOf(convertValue(choice, 'Lease'))).toBe(
      '"Lease" is not one of its options: New business, Renewal, Trap',
    );
  });

  it('names only some of many options', () => {
    const options = optionsOf(...Array.from({ length: 30 }, (_, at): [string, string] => [`v${at}`, `L${at}`]));
    expect(reasonOf(convertValue({ ...choice, options }, 'x'))).toMatch(/L7 and 22 more$/);
  });

  it('takes several, apart by semicolons, and a label with a semicolon in it as one', () => {
    expect(convertValue(several, 'Alpha; c;Alpha')).toEqual({ value: 'a;c' });
    expect(convertValue(several, 'Beta; bold')).toEqual({ value: 'b' });
    expect(reasonOf(convertValue(several, 'Alpha;Delta'))).toContain('"Delta" is not one of its options');
    expect(reasonOf(convertValue(several, true))).toContain('"true" is not one of its options');
  });

  it.each([
    [true, 'true'],
    [false, 'false'],
    ['TRUE', 'true'],
    ['Yes', 'true'],
    ['no', 'false'],
  ])('takes %j for a single checkbox as %s', (raw, value) => {
    expect(convertValue(tick, raw)).toEqual({ value });
  });

  it('refuses what is neither yes nor no', () => {
    expect(reasonOf(convertValue(tick, 'perhaps'))).toContain('"perhaps" is not one of its options: Yes, No');
    expect(reasonOf(convertValue(yesNo, 'perhaps'))).toBe('"perhaps" is neither true nor false');
  });

  it('takes owners by their id only', () => {
    const owner = propertyOf({
      name: 'o',
      type: 'enumeration',
      fieldType: 'select',
      externalOptions: true,
      referencedObjectType: 'OWNER',
    });
    expect(convertValue(owner, '701')).toEqual({ value: '701' });
    expect(reasonOf(convertValue(owner, 'Dana'))).toBe('"Dana" is not the id of a HubSpot owner');
  });
});

describe('texts and other types', () => {
  it('takes any text as it stands', () => {
    expect(convertValue(propertyOf({ name: 't' }), ' two\nlines ')).toEqual({ value: ' two\nlines ' });
    expect(convertValue(propertyOf({ name: 'p', type: 'phone_number' }), '+49 30 1')).toEqual({ value: '+49 30 1' });
  });

  it('refuses texts that HubSpot cannot keep, and types that no document can fill', () => {
    expect(reasonOf(convertValue(propertyOf({ name: 't' }), 'x'.repeat(65_537)))).toContain('longer than 65536');
    expect(reasonOf(convertValue(propertyOf({ name: 'j', type: 'json' }), '{}'))).toContain(
      'type "json" cannot be written',
    );
  });
});

describe('whether a value is so already', () => {
  it.each([
    [number, '12000.000', '12000', true],
    [number, '12000.001', '12000', false],
    [number, null, '0', false],
    [day, '2026-11-30', '2026-11-30', true],
    [day, '1796083200000', '2026-12-01', true],
    [moment, '2026-11-30T08:00:00Z', '2026-11-30T08:00:00.000Z', true],
    [moment, '2026-11-30T08:00:01Z', '2026-11-30T08:00:00.000Z', false],
    [several, 'b;a', 'a;b', true],
    [choice, 'new', 'New business', false],
    [propertyOf({ name: 't' }), null, '', true],
    [propertyOf({ name: 't' }), '1.0', '1', false],
  ])('compares %j: %j and %j → %j', (property, current, wanted, same) => {
    expect(sameValue(property, current, wanted)).toBe(same);
  });

  it('always finds so what was just converted and stored', () => {
    fc.assert(
      fc.property(fc.constantFrom(number, day, moment, choice, several, tick), fc.string(), (property, raw) => {
        const converted = convertValue(property, raw);
        if ('value' in converted) expect(sameValue(property, converted.value, converted.value)).toBe(true);
      }),
    );
  });
});
