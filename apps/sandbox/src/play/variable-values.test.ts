import { describe, expect, it } from '@jest/globals';
import type { DealOnCard } from './deal.js';
import { variableValues } from './variable-values.js';

const card: DealOnCard = {
  deal: { id: '1', properties: { dealname: 'Acme renewal', amount: null, deal_currency_code: 'EUR' } },
  company: { id: '7', properties: { name: 'Acme', city: 'Lyon' } },
  contact: null,
  lineItems: [],
};

describe('the variables of a document made from a deal', () => {
  it('find their property by its letters, whatever its case and underscores', () => {
    expect(variableValues(['Deal.DealCurrencyCode', 'Company.Name'], card)).toEqual([
      { name: 'Deal.DealCurrencyCode', value: 'EUR' },
      { name: 'Company.Name', value: 'Acme' },
    ]);
  });

  it('take the deal name for Deal.Name', () => {
    expect(variableValues(['Deal.Name'], card)).toEqual([{ name: 'Deal.Name', value: 'Acme renewal' }]);
  });

  it('are empty where the property is', () => {
    expect(variableValues(['Deal.Amount'], card)).toEqual([{ name: 'Deal.Amount', value: '' }]);
  });

  it('are left alone when they speak of a role, the document, or something that is not there', () => {
    const names = ['Client.FirstName', 'Document.GrandTotal', 'Contact.Email', 'Deal.Nothing', 'Deal'];
    expect(variableValues(names, card)).toEqual([]);
  });
});
