import { describe, expect, it } from '@jest/globals';
import { propertyOf } from '../testing/rows.js';
import { isOnlySymbols, parseMergeField, resolveProperty } from './resolve-name.js';

const definitions = [
  propertyOf({ name: 'dealname', label: 'Deal name' }),
  propertyOf({ name: 'deal_currency_code', label: 'Currency' }),
  propertyOf({ name: 'hubspot_owner_id', label: 'Deal owner' }),
  propertyOf({ name: 'contract_type', label: 'Type of contract' }),
  propertyOf({ name: 'po_number', label: 'Order no.' }),
  propertyOf({ name: 'ponumber', label: 'Old PO', hidden: true }),
  propertyOf({ name: 'region_a', label: 'Region' }),
  propertyOf({ name: 'region_b', label: 'region' }),
  propertyOf({ name: 'gone', label: 'Gone', archived: true }),
];
const nameOf = (name: string): string | null => resolveProperty(definitions, name, 'deal').found?.name ?? null;

describe('from a name in a document to a property', () => {
  it.each([
    ['contract_type', 'contract_type', 'its name as it stands'],
    ['ContractType', 'contract_type', 'its name without case and punctuation'],
    ['DealCurrencyCode', 'deal_currency_code', "HubSpot's own spelling in variables"],
    ['Type of Contract', 'contract_type', 'its label'],
    ['Name', 'dealname', 'the object and the name'],
    ['Owner', 'hubspot_owner_id', 'the object and the label'],
    ['PONumber', 'po_number', 'the visible one of two that fit'],
    ['ponumber', 'ponumber', 'a hidden one when named exactly'],
  ])('finds Deal.%s as %s by %s', (name, property) => {
    expect(nameOf(name)).toBe(property);
  });

  it('finds nothing for an unknown or archived property', () => {
    expect(nameOf('Nonsense')).toBeNull();
    expect(nameOf('Gone')).toBeNull();
  });

  it('does not choose between two that fit equally well, but names them', () => {
    expect(resolveProperty(definitions, 'Region', 'deal')).toEqual({
      found: null,
      candidates: ['region_a', 'region_b'],
    });
  });
});

describe('merge fields', () => {
  it('has an object before the first point and the property after it', () => {
    expect(parseMergeField('Deal.Amount')).toEqual({ object: 'Deal', property: 'Amount' });
    expect(parseMergeField('Company.a.b')).toEqual({ object: 'Company', property: 'a.b' });
    expect(parseMergeField('Amount')).toBeNull();
    expect(parseMergeField('.Amount')).toBeNull();
  });

  it.each(['***', 'Deal.###', 'Company.', 'Deal. - ', '...', '€€'])(
    'sees that %j holds only special symbols',
    (name) => {
      expect(isOnlySymbols(name)).toBe(true);
    },
  );

  it.each(['Deal.Größe', 'Deal.#1', 'Deal.価格', 'x'])('sees that %j names something', (name) => {
    expect(isOnlySymbols(name)).toBe(false);
  });
});
