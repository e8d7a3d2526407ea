import { microseconds } from '../identity.js';
import { TemplateDefinition, type Template } from '../model/template.js';
import { templateFolderIds } from './folders.js';
import { mutualNda } from './mutual-nda.js';
import { orderForm } from './order-form.js';
import { quoteAgreement } from './quote-agreement.js';
import { salesProposal } from './sales-proposal.js';

/** The templates of a new sandbox. Their ids never change, so that recipes and tests may name them. */
export const templateIds = {
  salesProposal: 'tSalesProposalAbc12345',
  quoteAgreement: 'tQuoteAgreementXy67890',
  orderForm: 'tOrderFormKlmnop112233',
  mutualNda: 'tMutualNdaQrstuv445566',
} as const;

export function seedTemplates(now: Date): Template[] {
  const since = microseconds(now.getTime() * 1000);
  const template = (id: string, folder_uuid: string | null, definition: unknown): Template => ({
    ...TemplateDefinition.parse(definition),
    folder_uuid,
    id,
    version: '2',
    date_created: since,
    date_modified: since,
    deleted: false,
  });
  const { sales, orders, legal } = templateFolderIds;
  return [
    template(templateIds.salesProposal, sales, salesProposal),
    template(templateIds.quoteAgreement, sales, quoteAgreement),
    template(templateIds.orderForm, orders, orderForm),
    template(templateIds.mutualNda, legal, mutualNda),
  ];
}
