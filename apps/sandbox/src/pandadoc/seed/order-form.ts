import type { z } from 'zod';
import type { TemplateDefinition } from '../model/template.js';

/** Fields and nothing to pay: the form a customer fills in. */
export const orderForm: z.input<typeof TemplateDefinition> = {
  name: 'Order form',
  currency: 'EUR',
  tags: ['forms'],
  roles: [{ id: 'rClient44ssTTuuVVwwXX5', name: 'Client', signing_order: null }],
  tokens: [{ name: 'Deal.Name' }, { name: 'Company.Name' }, { name: 'Client.FirstName' }],
  fields: [
    { field_id: 'text1', type: 'text', name: 'Company', merge_field: 'Company.Name', title: 'Company', role: 'Client' },
    { field_id: 'text2', type: 'text', name: 'City', merge_field: 'Company.City', title: 'City', role: 'Client' },
    {
      field_id: 'text3',
      type: 'text',
      name: 'PO number',
      merge_field: 'Deal.PoNumber',
      title: 'PO number',
      role: 'Client',
    },
    {
      field_id: 'date1',
      type: 'date',
      name: 'Delivery',
      merge_field: 'Deal.ContractStart',
      title: 'Delivery',
      role: 'Client',
    },
    {
      field_id: 'dropdown1',
      type: 'dropdown',
      name: 'Contract type',
      merge_field: 'Deal.ContractType',
      title: 'Contract type',
      role: 'Client',
      options: ['New', 'Renewal', 'Extension'],
    },
    {
      field_id: 'radio1',
      type: 'radio_buttons',
      name: 'Payment terms',
      merge_field: 'Deal.PaymentTerms',
      title: 'Payment terms',
      role: 'Client',
      options: ['Net 14', 'Net 30', 'Net 60'],
    },
    { field_id: 'checkbox1', type: 'checkbox', name: 'Newsletter', merge_field: null, title: 'News', role: 'Client' },
    {
      field_id: 'signature1',
      type: 'signature',
      name: 'Signature',
      title: 'Signature',
      role: 'Client',
      required: true,
    },
  ],
};
