import { describe, expect, it } from '@jest/globals';
import { namesFrom, optionLabel, usualKind } from './property-names.js';

const names = namesFrom({
  items: [
    {
      value: 'terms',
      label: 'Payment terms',
      hint: 'enumeration: On receipt, 30 days net',
      options: [
        { value: 'now', label: 'On receipt' },
        { value: 'net_30', label: '30 days net' },
      ],
    },
    {
      value: 'signed',
      label: 'Signed',
      hint: 'enumeration: Yes, No',
      options: [
        { value: 'true', label: 'Yes' },
        { value: 'false', label: 'No' },
      ],
    },
    { value: 'amount', label: 'Amount', hint: 'number' },
    { value: 'budget', label: 'Budget', hint: 'number: currency' },
  ],
});
const label = (property: string, value: unknown): string | undefined => {
  const name = names.get(property);
  return name && optionLabel(name, value);
};

describe('a value of a list', () => {
  it('is called what HubSpot calls it, and so are several', () => {
    expect(label('terms', 'net_30')).toBe('30 days net');
    expect(label('terms', 'now;net_30')).toBe('On receipt, 30 days net');
  });

  it('stays as it is when the choice is gone, or when there is none', () => {
    expect(label('terms', 'net_90')).toBeUndefined();
    expect(label('terms', '')).toBeUndefined();
    expect(label('amount', '12')).toBeUndefined();
  });

  it('is a yes or no of the reader where it is a single checkbox', () => {
    expect(names.get('signed')?.kind).toBe('flag');
    expect(label('signed', 'true')).toBeUndefined();
  });
});

it('are amounts where HubSpot shows a currency', () => {
  expect(names.get('budget')?.kind).toBe('money');
  expect(names.get('amount')?.kind).toBe('number');
  expect(usualKind('deal', 'amount')).toBe('money');
});
