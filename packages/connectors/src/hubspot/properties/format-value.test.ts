import { describe, expect, it } from '@jest/globals';
import { optionsOf, propertyOf } from '../testing/rows.js';
import { formatValue } from './format-value.js';

const how = { timeZone: 'America/New_York', ownerNames: new Map([['701', 'Dana Whitfield']]) };
const moment = propertyOf({ name: 'closedate', type: 'datetime', fieldType: 'date' });
const choice = {
  type: 'enumeration',
  fieldType: 'checkbox',
  options: optionsOf(['a', 'Alpha'], ['EUR', 'Euro (€)']),
};

describe('a stored value as a document says it', () => {
  it.each([
    [propertyOf({ name: 'amount', type: 'number' }), '12000.000', '12000'],
    [propertyOf({ name: 'amount', type: 'number' }), '0.10', '0.1'],
    [propertyOf({ name: 'start', type: 'date' }), '2026-11-30', '2026-11-30'],
    [propertyOf({ name: 'start', type: 'date' }), '1796083200000', '2026-12-01'],
    [propertyOf({ name: 'kind', ...choice }), 'a', 'Alpha'],
    [propertyOf({ name: 'kind', ...choice }), 'a;gone', 'Alpha, gone'],
    [propertyOf({ name: 'deal_currency_code', ...choice }), 'EUR', 'EUR'],
    [propertyOf({ name: 'o', referencedObjectType: 'OWNER' }), '701', 'Dana Whitfield'],
    [propertyOf({ name: 'o', referencedObjectType: 'OWNER' }), '9', '9'],
    [propertyOf({ name: 'text' }), ' as it is ', ' as it is '],
    [propertyOf({ name: 'text' }), null, ''],
    [propertyOf({ name: 'amount', type: 'number' }), undefined, ''],
  ])('says %j of %j as %j', (property, stored, said) => {
    expect(formatValue(property, stored, how)).toBe(said);
  });

  it("gives a moment its day in the account's time zone", () => {
    expect(formatValue(moment, '2026-12-01T03:00:00Z', how)).toBe('2026-11-30');
  });

  it('keeps the day of a moment that was stored as a day', () => {
    expect(formatValue(moment, '2026-12-01T00:00:00Z', how)).toBe('2026-12-01');
  });

  it('takes the day in UTC where the time zone is unknown', () => {
    expect(formatValue(moment, '2026-12-01T03:00:00Z', { ...how, timeZone: undefined })).toBe('2026-12-01');
  });
});
