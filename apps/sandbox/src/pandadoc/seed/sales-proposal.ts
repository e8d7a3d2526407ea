import type { z } from 'zod';
import type { TemplateDefinition } from '../model/template.js';

type Input = z.input<typeof TemplateDefinition>;

/** What sits in the table before anybody fills it: no rows, the usual columns, two of the workspace's own. */
const table: NonNullable<Input['tables']>[number] = {
  id: '065c5cbc-1f0e-4b55-9a0d-6a2d3c7b1e01',
  name: 'Pricing Table 1',
  columns: [
    { header: 'Name', merge_name: 'Name' },
    { header: 'Description', merge_name: 'Description' },
    { header: 'Price', merge_name: 'Price' },
    { header: 'QTY', merge_name: 'QTY' },
    { header: 'Discount', merge_name: 'Discount' },
    { header: 'SKU', merge_name: 'SKU', hidden: true },
    { header: 'Cost', merge_name: 'Cost', hidden: true },
    { header: 'Delivery Week', merge_name: 'delivery_week', kind: 'custom' },
    { header: 'Warranty', merge_name: 'warranty', kind: 'custom', hidden: true },
  ],
  sections: [{ title: 'Products', default: true, rows: [] }],
};

/** Every kind of field that goes to a deal, variables of every group, and one pricing table. */
export const salesProposal: Input = {
  name: 'Sales proposal',
  currency: 'EUR',
  tags: ['sales'],
  roles: [
    { id: 'rClient11aaBBccDDeeFF2', name: 'Client', signing_order: '1' },
    { id: 'rSender22ggHHiiJJkkLL3', name: 'Sender', signing_order: '2' },
  ],
  tokens: [
    { name: 'Deal.Name' },
    { name: 'Deal.Amount' },
    { name: 'Deal.CloseDate' },
    { name: 'Deal.DealCurrencyCode' },
    { name: 'Company.Name' },
    { name: 'Company.City' },
    { name: 'Client.FirstName' },
    { name: 'Client.LastName' },
    { name: 'Client.Email' },
    { name: 'Sender.FirstName' },
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
      field_id: 'date1',
      type: 'date',
      name: 'Contract start',
      merge_field: 'Deal.ContractStart',
      title: 'Start',
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
      field_id: 'checkbox1',
      type: 'checkbox',
      name: 'Terms read',
      merge_field: 'Deal.Signed',
      title: 'I agree',
      role: 'Client',
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
    {
      field_id: 'text2',
      type: 'text',
      name: 'Company name',
      merge_field: 'Company.Name',
      title: 'Company',
      role: 'Client',
    },
    { field_id: 'text3', type: 'text', name: 'Remarks', merge_field: null, title: 'Remarks', role: 'Client' },
    {
      field_id: 'signature1',
      type: 'signature',
      name: 'Signature',
      title: 'Signature',
      role: 'Client',
      required: true,
    },
    { field_id: 'initials1', type: 'initials', name: 'Initials', title: 'Initials', role: 'Client' },
    {
      field_id: 'signature2',
      type: 'signature',
      name: 'Signature',
      title: 'Signature',
      role: 'Sender',
      required: true,
    },
  ],
  tables: [table],
  texts: ['Introduction'],
  images: ['Cover'],
};
