import type { z } from 'zod';
import type { LineItem } from '../../sdk/pricing-row.js';
import { DocumentDetails } from '../answers/document-answer.js';
import { PricingTable, Quote } from '../answers/pricing-answer.js';

/** Answers as PandaDoc gives them, with only what a test is about. */
export const table = (
  items: z.input<typeof PricingTable>['items'],
  more: z.input<typeof PricingTable> = {},
): PricingTable => PricingTable.parse({ id: 'table-1', name: 'Pricing Table 1', currency: 'EUR', items, ...more });

export const quote = (sections: z.input<typeof Quote>['sections'], more: z.input<typeof Quote> = {}): Quote =>
  Quote.parse({ id: 'quote-1', currency: 'EUR', sections, ...more });

export const details = (values: Partial<z.input<typeof DocumentDetails>>): DocumentDetails =>
  DocumentDetails.parse({ id: 'document-1', name: 'Offer', status: 'document.draft', ...values });

export const lineItem = (id: string, values: Partial<LineItem> = {}): LineItem => ({
  id,
  sku: null,
  name: `Product ${id}`,
  description: null,
  price: '10',
  quantity: '1',
  discount: null,
  properties: {},
  ...values,
});
