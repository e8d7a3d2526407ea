import type { z } from 'zod';
import type { TemplateDefinition } from '../model/template.js';

/** No pricing and no fields for the deal: only names and signatures. */
export const mutualNda: z.input<typeof TemplateDefinition> = {
  name: 'Mutual NDA',
  currency: 'EUR',
  tags: ['legal'],
  roles: [
    { id: 'rClient55yyZZaaBBccDD6', name: 'Client', signing_order: null },
    { id: 'rSender66eeFFggHHiiJJ7', name: 'Sender', signing_order: null },
  ],
  tokens: [{ name: 'Company.Name' }, { name: 'Client.FirstName' }, { name: 'Client.LastName' }],
  fields: [
    {
      field_id: 'signature1',
      type: 'signature',
      name: 'Signature',
      title: 'Signature',
      role: 'Client',
      required: true,
    },
    {
      field_id: 'signature2',
      type: 'signature',
      name: 'Signature',
      title: 'Signature',
      role: 'Sender',
      required: true,
    },
  ],
};
