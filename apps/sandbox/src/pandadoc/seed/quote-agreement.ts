import type { z } from 'zod';
import type { TemplateDefinition } from '../model/template.js';

type Input = z.input<typeof TemplateDefinition>;
type Columns = NonNullable<NonNullable<NonNullable<Input['quotes']>[number]['sections']>[number]['columns']>;

const columns: Columns = [
  { header: 'Name', merge_name: 'Name' },
  { header: 'Description', merge_name: 'Description' },
  { header: 'Price', merge_name: 'Price' },
  { header: 'Quantity', merge_name: 'Quantity' },
  { header: 'Total', merge_name: 'Total' },
  { header: 'SKU', merge_name: 'SKU', hidden: true },
  { header: 'Cost', merge_name: 'Cost', hidden: true },
  { header: 'Delivery Week', merge_name: 'delivery_week', kind: 'custom' },
  { header: 'Warranty', merge_name: 'warranty', kind: 'custom', hidden: true },
];

const products = '700ce57e-52b1-4f0a-9d57-0d8f6c1c2a01';
const extras = '700ce57e-52b1-4f0a-9d57-0d8f6c1c2a02';

/** One quote block with what is sold and what may be added. */
export const quoteAgreement: Input = {
  name: 'Quote agreement',
  currency: 'EUR',
  tags: ['sales', 'quote'],
  roles: [{ id: 'rClient33mmNNooPPqqRR4', name: 'Client', signing_order: '1' }],
  tokens: [
    { name: 'Deal.Name' },
    { name: 'Deal.DealCurrencyCode' },
    { name: 'Company.Name' },
    { name: 'Client.FirstName' },
    { name: 'Document.GrandTotal' },
  ],
  fields: [
    {
      field_id: 'text1',
      type: 'text',
      name: 'PO number',
      merge_field: 'Deal.PoNumber',
      title: 'PO number',
      role: 'Client',
    },
    {
      field_id: 'signature1',
      type: 'signature',
      name: 'Signature',
      title: 'Signature',
      role: 'Client',
      required: true,
    },
  ],
  quotes: [
    {
      id: 'e84ceaab-5077-465f-8921-5a53aee40001',
      currency: 'EUR',
      sections: [
        { id: products, name: 'Products', columns, items: [] },
        { id: extras, name: 'Extras', columns, items: [], optional: true, selected: false },
      ],
      merge_rules: [
        {
          id: '5f0b6f0c-98f8-4f5e-8a8c-3b7b0f3e0001',
          action: { type: 'merge_to_section', section_id: products },
          condition: {
            field_name: 'Name',
            type: 'contains_field',
            comparison: [{ type: 'does_not_contain', value: 'Support' }],
          },
        },
        {
          id: '5f0b6f0c-98f8-4f5e-8a8c-3b7b0f3e0002',
          action: { type: 'merge_to_section', section_id: extras },
          condition: {
            field_name: 'Name',
            type: 'contains_field',
            comparison: [{ type: 'contains', value: 'Support' }],
          },
        },
      ],
    },
  ],
};
