import { describe, expect, it } from '@jest/globals';
import { propertyOf } from '../testing/rows.js';
import { unfitFields } from './unfit-fields.js';

const definitions = {
  deal: [
    propertyOf({ name: 'amount', label: 'Amount' }),
    propertyOf({ name: 'start_a', label: 'Start' }),
    propertyOf({ name: 'start_b', label: 'Start' }),
    propertyOf({ name: 'age', calculated: true }),
  ],
  company: [propertyOf({ name: 'city', label: 'City' })],
};
const unfit = (...names: (string | null)[]) =>
  unfitFields(
    names.map((name) => ({ name, title: '', type: 'text' })),
    definitions,
  );

describe('the fields of a template that HubSpot could not take', () => {
  it('are none when each names a property, whatever its spelling', () => {
    expect(unfit('Deal.Amount', 'company.CITY')).toEqual([]);
  });

  it('are those that name no property, each once', () => {
    expect(unfit('Deal.Amuont', 'Company.Amount', 'Deal.Amuont')).toEqual([
      { mergeField: 'Deal.Amuont', reason: 'unknown', candidates: [] },
      { mergeField: 'Company.Amount', reason: 'unknown', candidates: [] },
    ]);
  });

  it('are those that name several properties, or one that nobody may write', () => {
    expect(unfit('Deal.Start', 'Deal.Age')).toEqual([
      { mergeField: 'Deal.Start', reason: 'several', candidates: ['start_a', 'start_b'] },
      { mergeField: 'Deal.Age', reason: 'read_only', candidates: ['age'] },
    ]);
  });

  it('are never those that are not written at all', () => {
    expect(unfit(null, 'Contact.Email', 'Client.Name', 'Deal.***')).toEqual([]);
    expect(unfitFields([{ name: 'Deal.Nothing', title: '', type: 'signature' }], definitions)).toEqual([]);
  });
});
