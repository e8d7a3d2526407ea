import { describe, expect, it } from '@jest/globals';
import type { DocumentField } from '../../sdk/pricing-row.js';
import { propertyOf } from '../testing/rows.js';
import { chooseFields } from './choose-fields.js';
import { matchProperties } from './match-properties.js';

const field = (field: Partial<DocumentField>): DocumentField => ({
  name: 'Deal.Amount',
  title: '',
  type: 'text',
  value: '5',
  filled: true,
  ...field,
});
const chosen = (...fields: Partial<DocumentField>[]) =>
  chooseFields(fields.map(field)).chosen.map(({ object, property, value }) => [object, property, value]);
const notes = (...fields: Partial<DocumentField>[]) => chooseFields(fields.map(field)).notes;

describe('which fields go to HubSpot', () => {
  it.each(['text', 'date', 'dropdown', 'radio_buttons'])('takes %s fields', (type) => {
    expect(chosen({ type, value: 'v' })).toEqual([['deal', 'Amount', 'v']]);
  });

  it('takes a checkbox, ticked or not, filled in or not', () => {
    expect(chosen({ type: 'checkbox', value: false, filled: false })).toEqual([['deal', 'Amount', false]]);
    expect(chosen({ type: 'checkbox', value: true })).toEqual([['deal', 'Amount', true]]);
  });

  it.each(['signature', 'initials', 'payment_details', 'collect_file', 'stamp'])(
    'leaves %s fields out with a note',
    (type) => {
      expect(chosen({ type })).toEqual([]);
      expect(notes({ type, title: 'Sign here' })).toEqual([
        {
          subject: 'Field "Sign here" (Deal.Amount)',
          message: `Left out: fields of type ${type} are not written to HubSpot.`,
        },
      ]);
    },
  );

  it.each(['Deal.###', 'Company.***', '***', '#.#'])(
    'leaves %s out with a note, because it names no property',
    (name) => {
      expect(chosen({ name })).toEqual([]);
      expect(notes({ name })[0]!.message).toContain('only special symbols');
    },
  );

  it.each([null, '', 'Client.Name', 'Amount', 'Contact.Email', 'Client.***'])(
    'passes over %j without a word',
    (name) => {
      expect(chosen({ name })).toEqual([]);
      expect(notes({ name })).toEqual([]);
    },
  );

  it('passes over what nobody filled in', () => {
    expect(chosen({ filled: false, value: 'default' }, { value: '' }, { value: null, type: 'date' })).toEqual([]);
    expect(notes({ filled: false, value: 'default' })).toEqual([]);
  });

  it('knows the objects whatever their case', () => {
    expect(chosen({ name: 'COMPANY.City' }, { name: 'deal.amount' })).toEqual([
      ['company', 'City', '5'],
      ['deal', 'amount', '5'],
    ]);
  });
});

describe('several fields of one merge field', () => {
  const amount = propertyOf({ name: 'amount', label: 'Amount', type: 'number', fieldType: 'number' });
  const match = (...fields: Partial<DocumentField>[]) =>
    matchProperties(chooseFields(fields.map(field)).chosen, [amount], 'deal');

  it('takes the first filled one in document order and notes the others', () => {
    const matched = match(
      { title: 'empty', value: '', filled: false },
      { title: 'one', value: '1' },
      { title: 'two', value: '2' },
    );
    expect(matched.values.map((one) => one.value)).toEqual(['1']);
    expect(matched.notes).toEqual([
      {
        subject: 'Field "two" (Deal.Amount)',
        message: 'Left out: Field "one" (Deal.Amount) comes first and names the same property.',
      },
    ]);
  });

  it('sees that two spellings name one property', () => {
    expect(match({ name: 'Deal.Amount', value: '1' }, { name: 'Deal.amount', value: '2' }).values).toHaveLength(1);
  });

  it('does not mind that a later one would not fit', () => {
    expect(match({ value: '1' }, { value: 'x' }).problems).toEqual([]);
  });
});
