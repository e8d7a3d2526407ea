import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LineItem } from '../../sdk/pricing-row.js';
import type { DocumentDetails } from '../answers/document-answer.js';
import { rowsOf } from '../rows.js';
import { applyToDetails } from '../testing/apply-to-details.js';
import { details, quote, table } from '../testing/pricing-samples.js';
import { FillData, planFill, rememberedRows } from './plan-fill.js';
import { tokenChanges } from './tokens.js';

/* Few different values, so that products meet: the same SKU twice, a name that is another's, prices alike. */
const amount = fc.constantFrom('0', '1', '10', '10.00', '9.99');
const text = fc.constantFrom('', 'A', 'B', 'A product');
const lineId = fc.constantFrom('1', '2', '3', '4', '5');
const discount = fc.option(
  fc.record({
    type: fc.constantFrom('percent' as const, 'absolute' as const),
    value: fc.constantFrom('0', '5', '12.5'),
  }),
);

const tableRow = fc.record({
  sku: fc.option(fc.constantFrom('', 'S1', 'S2')),
  name: text,
  description: fc.option(text),
  price: fc.option(amount),
  qty: amount,
  discount,
  options: fc.record({ optional: fc.boolean(), optional_selected: fc.boolean() }),
  custom_fields: fc.oneof(fc.constant({}), fc.record({ hubspot_line_item_id: lineId })),
});

const numbered = <Row>(rows: Row[], prefix: string) => rows.map((row, index) => ({ ...row, id: `${prefix}-${index}` }));

const tables = fc
  .array(fc.array(tableRow, { maxLength: 4 }), { maxLength: 2 })
  .map((all) =>
    all.map((rows, index) =>
      table(numbered(rows, `t${index}`), { id: `table-${index}`, name: `Table ${index}`, currency: 'EUR' }),
    ),
  );

const quoteItem = fc.record({
  sku: fc.constantFrom('#', '', 'S1', 'S2'),
  name: text,
  qty: amount,
  price: amount,
  reference_id: fc.option(fc.oneof(fc.constant(''), lineId)),
  discounts: fc.oneof(fc.constant({}), fc.record({ Partner: fc.constant({ type: 'flat', value: '3' }) })),
});

const quotes = fc
  .array(fc.array(fc.array(quoteItem, { maxLength: 3 }), { maxLength: 2 }), { maxLength: 1 })
  .map((all) =>
    all.map((sections, q) =>
      quote(
        sections.map((items, s) => ({ id: `q${q}s${s}`, name: `Section ${s}`, items: numbered(items, `q${q}s${s}`) })),
        { id: `quote-${q}` },
      ),
    ),
  );

const documents: fc.Arbitrary<DocumentDetails> = fc
  .record({ tables, quotes, tokens: fc.uniqueArray(fc.constantFrom('Deal.Name', 'Client.Name', 'Document.Total')) })
  .map(({ tokens, ...pricing }) => details({ pricing, tokens: tokens.map((name) => ({ name, value: 'old' })) }));

const lineItems: fc.Arbitrary<LineItem[]> = fc.uniqueArray(
  fc.record({
    id: lineId,
    sku: fc.option(fc.constantFrom('S1', 'S2', 'S3')),
    name: text,
    description: fc.option(text),
    price: amount,
    quantity: amount,
    discount,
    properties: fc.constant({}),
  }),
  { selector: ({ id }) => id, maxLength: 5 },
);

const currencies = fc.option(fc.constantFrom('EUR', 'USD'));
const variables = [
  { name: 'Deal.Name', value: 'new' },
  { name: 'Client.Name', value: 'new' },
];

function plan(
  document: DocumentDetails,
  items: LineItem[],
  currency: string | null,
  remembered: Record<string, string>,
) {
  const tokens = tokenChanges(document.tokens, variables, ['Client']);
  return planFill(document, { tokens, lineItems: items, currency }, remembered);
}

describe('an import, whatever the document and the deal', () => {
  it('leaves nothing to import, remembered or not', () => {
    fc.assert(
      fc.property(documents, lineItems, currencies, (before, items, currency) => {
        const first = plan(before, items, currency, {});
        const after = applyToDetails(before, FillData.parse(first.data));
        expect(plan(after, items, currency, rememberedRows(first.remember)).changes).toEqual([]);
        expect(plan(after, items, currency, {}).changes).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('writes when, and only when, something changes', () => {
    fc.assert(
      fc.property(documents, lineItems, currencies, (before, items, currency) => {
        const { changes, data } = plan(before, items, currency, {});
        const { patch, quotes: puts } = FillData.parse(data);
        expect(patch !== null || puts.length > 0).toBe(changes.length > 0);
      }),
    );
  });

  it('ends with every product of the deal in the document, and with no product that left it', () => {
    fc.assert(
      fc.property(documents, lineItems, (before, items) => {
        const first = plan(before, items, null, {});
        const after = applyToDetails(before, FillData.parse(first.data));
        const { rows, leftOut } = rowsOf(after.pricing);
        const hasPricing = after.pricing.tables.length + after.pricing.quotes.length > 0;
        const names = [...rows, ...leftOut].map(({ name }) => name);
        for (const item of hasPricing ? items : []) expect(names).toContain(item.name);
        const ids = new Set(items.map(({ id }) => id));
        for (const row of rows) if (row.line_item_id !== null) expect(ids.has(row.line_item_id)).toBe(true);
      }),
    );
  });

  it('keeps every row that was typed by hand, as it was', () => {
    fc.assert(
      fc.property(documents, (before) => {
        const byHand = rowsOf(before.pricing).rows.filter((row) => row.line_item_id === null && row.sku === null);
        const { data } = plan(before, [], null, {});
        const after = rowsOf(applyToDetails(before, FillData.parse(data)).pricing).rows;
        const without = ({ name, price, quantity, discount: off, description }: (typeof after)[number]) => ({
          name,
          price,
          quantity,
          off,
          description,
        });
        expect(after.map(without)).toEqual(byHand.map(without));
      }),
    );
  });

  it('touches no variable of a role or of the document itself', () => {
    fc.assert(
      fc.property(documents, lineItems, (before, items) => {
        const { changes } = plan(before, items, null, {});
        const touched = changes.filter(({ target }) => target.type === 'document').map(({ property }) => property);
        expect(touched.every((property) => property === 'tokens.Deal.Name')).toBe(true);
      }),
    );
  });
});
