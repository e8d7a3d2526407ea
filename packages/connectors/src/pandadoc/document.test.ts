import { describe, expect, it } from '@jest/globals';
import { DocumentOutput, toDocumentField, toDocumentOutput } from './document.js';
import { FieldAnswer } from './answers/document-answer.js';
import { details, quote, table } from './testing/pricing-samples.js';

describe('a document', () => {
  it('can say almost nothing', () => {
    const output = toDocumentOutput(details({ pricing: {}, template: null }));
    expect(DocumentOutput.parse(output)).toMatchObject({
      template_id: null,
      deal_id: null,
      currency: null,
      grand_total: null,
      has_pricing: false,
      discounts_on_total: false,
      version_key: 'document-1||',
    });
  });

  it('belongs to the HubSpot deal it is linked to, to nothing else of HubSpot or of another CRM', () => {
    const link = (provider: string, type: string, id: string) => ({
      id: 'l',
      provider,
      entity_type: type,
      entity_id: id,
    });
    const others = [link('pipedrive', 'deal', '1'), link('hubspot', 'contact', '2')];
    expect(toDocumentOutput(details({ linked_objects: others })).deal_id).toBeNull();
    expect(toDocumentOutput(details({ linked_objects: [...others, link('hubspot', 'deal', '3')] })).deal_id).toBe('3');
  });

  it('is a new version once it is sent or completed anew', () => {
    const key = (dates: object) => toDocumentOutput(details(dates)).version_key;
    const keys = [
      key({}),
      key({ date_sent: '2026-01-01T00:00:00Z' }),
      key({ date_sent: '2026-01-01T00:00:00Z', date_completed: '2026-01-02T00:00:00Z' }),
      key({ date_sent: '2026-01-03T00:00:00Z' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(key({ date_modified: '2026-02-02T00:00:00Z' })).toBe(key({}));
  });

  it('names the currencies of all blocks that count', () => {
    const pricing = {
      tables: [table([], { currency: 'EUR' }), table([], { currency: 'GBP', is_included_in_total: false })],
      quotes: [quote([], { currency: 'USD' }), quote([], { currency: 'EUR' })],
    };
    expect(toDocumentOutput(details({ pricing })).pricing_currencies).toEqual(['EUR', 'USD']);
  });

  it('leaves groups out of its recipients', () => {
    const recipients = [
      { id: 'g', type: 'recipient_group' },
      { id: 'p', type: 'recipient', email: 'a@example.com', role: '', roles: ['Client'] },
    ];
    expect(toDocumentOutput(details({ recipients })).recipients).toMatchObject([{ id: 'p', role: 'Client' }]);
  });
});

describe('a discount on the total', () => {
  const items = [{ price: '100', qty: '1', discount: { type: 'percent', value: '10' } }];
  const hasOne = (summary: { subtotal: string; discount: string }) =>
    toDocumentOutput(details({ pricing: { tables: [table(items, { summary })], quotes: [] } })).discounts_on_total;

  it('is what the summary takes off beyond the rows', () => {
    expect(hasOne({ subtotal: '90', discount: '0' })).toBe(false);
    expect(hasOne({ subtotal: '90', discount: '10' })).toBe(true);
    expect(hasOne({ subtotal: '100', discount: '10' })).toBe(false);
    expect(hasOne({ subtotal: '100', discount: '15' })).toBe(true);
  });

  it('is found on quotes and on their sections', () => {
    const discounts = { Bulk: { type: 'percent', value: '5' } };
    const of = (one: ReturnType<typeof quote>) =>
      toDocumentOutput(details({ pricing: { tables: [], quotes: [one] } })).discounts_on_total;
    expect(of(quote([], { summary: { discounts } }))).toBe(true);
    expect(of(quote([{ summary: { discounts } }]))).toBe(true);
    expect(of(quote([{ items: [{ discounts }] }], { summary: { discounts: {} } }))).toBe(false);
  });
});

describe('a field', () => {
  const field = (values: object) => toDocumentField(FieldAnswer.parse(values));

  it('has the name of its merge field, or none', () => {
    expect(field({ type: 'text', merge_field: 'Deal.Amount', name: 'Amount', value: '5' }).name).toBe('Deal.Amount');
    for (const merge_field of [null, '', ' ', undefined]) expect(field({ type: 'text', merge_field }).name).toBeNull();
  });

  it('is filled as PandaDoc says, or else when something is in it', () => {
    expect(field({ type: 'text', value: 'default', is_filled: false }).filled).toBe(false);
    expect(field({ type: 'text', value: 'x' }).filled).toBe(true);
    expect(field({ type: 'text', value: ' ' }).filled).toBe(false);
    expect(field({ type: 'date', value: null }).filled).toBe(false);
    expect(field({ type: 'checkbox', value: false }).filled).toBe(true);
    expect(field({ type: 'signature', value: {} }).filled).toBe(false);
  });
});
