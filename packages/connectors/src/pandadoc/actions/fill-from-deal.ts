import { z } from 'zod';
import { defineWrite, type ActionContext } from '../../sdk/action.js';
import { ConnectorError } from '../../sdk/connector-error.js';
import type { Change } from '../../sdk/plan.js';
import { LineItem, Variable } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import type { DocumentDetails } from '../answers/document-answer.js';
import { Quote } from '../answers/pricing-answer.js';
import type { PandaDocGateway } from '../client.js';
import { readDetails, refuseUnlessEditable } from '../documents.js';
import { withIdsOfNewRows } from '../fill/new-rows.js';
import { FillData, planFill, rememberedRows } from '../fill/plan-fill.js';
import { tokenChanges, type TokenChange } from '../fill/tokens.js';
import { remotePath } from '../remote-path.js';
import { readTemplate } from '../templates.js';

const Currency = z
  .string()
  .regex(/^\s*([A-Za-z]{3})?\s*$/, 'A currency code such as EUR')
  .nullable();

const Input = z.strictObject({
  document_id: z.string().min(1),
  variables: z.array(Variable),
  line_items: z.array(LineItem),
  currency: Currency.describe('Empty leaves the currency of the document alone'),
});

export const fillFromDeal = defineWrite<PandaDocGateway>()({
  key: 'fill_from_deal',
  title: said`Import from CRM`,
  description: said`Brings the variables, products and currency of a draft up to what the deal says. Fields and variables of roles are not touched.`,
  input: Input,
  output: z.strictObject({
    document_id: z.string(),
    changed_variables: z.int(),
    rows_added: z.int(),
    rows_changed: z.int(),
    rows_removed: z.int(),
  }),
  memoryKey: ({ document_id: documentId }) => documentId,

  async plan({ gateway, now, remembered }, input) {
    const details = await readDetails(gateway, input.document_id);
    refuseUnlessEditable(details, now);
    const tokens = await tokensToChange(gateway, details, input.variables);
    const wanted = { tokens, lineItems: input.line_items, currency: currencyCode(input.currency) };
    return planFill(details, wanted, rememberedRows(remembered));
  },

  async apply(context, plan, { document_id: documentId }) {
    const data = FillData.parse(plan.data);
    if (data.patch !== null) {
      const path = remotePath`/public/v1/documents/${documentId}`;
      await context.gateway.writeOnly({ operation: 'document.update', method: 'PATCH', path, body: data.patch });
    }
    for (const { id, body } of data.quotes) {
      const path = remotePath`/public/v1/documents/${documentId}/quotes/${id}`;
      await context.gateway.write({ operation: 'quote.update', method: 'PUT', path, body }, Quote);
    }
    const effects = await withNewIds(context, documentId, plan.changes);
    return { output: { document_id: documentId, ...count(plan.changes) }, effects };
  },
});

/** Empty means that the HubSpot account has a single currency: the document's is left alone. */
const currencyCode = (given: string | null): string | null => {
  const code = (given ?? '').trim().toUpperCase();
  return code === '' ? null : code;
};

/** The template's roles count, too: a role that nobody has yet is not among the recipients. */
async function tokensToChange(
  gateway: PandaDocGateway,
  details: DocumentDetails,
  wanted: z.output<typeof Variable>[],
): Promise<TokenChange[]> {
  const roles = details.recipients.flatMap(({ role, roles: more }) => [role ?? '', ...more]);
  const changes = tokenChanges(details.tokens, wanted, roles);
  const templateId = details.template?.id;
  if (changes.length === 0 || templateId == null) return changes;
  return tokenChanges(details.tokens, wanted, [...roles, ...(await rolesOfTemplate(gateway, templateId))]);
}

async function rolesOfTemplate(gateway: PandaDocGateway, templateId: string): Promise<string[]> {
  try {
    return (await readTemplate(gateway, templateId)).roles.map(({ name }) => name);
  } catch (error) {
    const isGone = error instanceof ConnectorError && ['not_found', 'forbidden'].includes(error.errorClass);
    if (isGone) return [];
    throw error;
  }
}

/** Reads once more where rows were added: their ids are only now known, and whether the table took them. */
async function withNewIds(
  { gateway }: ActionContext<PandaDocGateway>,
  documentId: string,
  changes: Change[],
): Promise<Change[]> {
  if (!changes.some(({ operation }) => operation === 'create')) return changes;
  let details: DocumentDetails;
  try {
    details = await readDetails(gateway, documentId);
  } catch {
    // Everything is written: not knowing the new ids is no reason to fail.
    return changes;
  }
  return withIdsOfNewRows(changes, details.pricing);
}

function count(changes: readonly Change[]) {
  const rows = changes.filter(({ target }) => target.type === 'pricing_row');
  const different = (operation: Change['operation']) => rows.filter((change) => change.operation === operation);
  return {
    changed_variables: changes.filter(({ target }) => target.type === 'document').length,
    rows_added: different('create').length,
    rows_changed: new Set(different('update').map(({ target }) => target.id)).size,
    rows_removed: different('delete').length,
  };
}
