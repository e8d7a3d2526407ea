import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { ConnectorError } from '../../sdk/connector-error.js';
import type { Change } from '../../sdk/plan.js';
import { PricingRow } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import { dealCurrency } from '../deal-currency.js';
import { creation, deletion, propertyChange, withId } from '../changes.js';
import type { HubSpotGateway } from '../client.js';
import { DealId } from '../ids.js';
import { applyItems } from '../line-items/apply-items.js';
import { readMemory, withItems } from '../line-items/change-memory.js';
import { findProducts } from '../line-items/find-products.js';
import { readItems } from '../line-items/read-items.js';
import { reconcile, type PlannedCreate, type Reconciliation } from '../line-items/reconcile.js';
import { PlannedReconciliation } from '../line-items/schema.js';
import { judgeByDefinitions } from '../properties/judge-by-definitions.js';
import type { HubSpotRecord } from '../records.js';

export const reconcileLineItems = defineWrite<HubSpotGateway>()({
  key: 'reconcile_line_items',
  title: said`Update, add and delete line items`,
  description: said`Makes the deal's line items follow the rows of a document, and the deal's amount follow its line items. When HubSpot refuses one row, nothing is kept.`,
  input: z.strictObject({
    deal_id: DealId,
    document_id: z.string().min(1),
    currency: z.string().nullable().describe("Currency of the document's prices"),
    rows: z.array(PricingRow).describe('Rows that count in the document'),
    add_and_delete: z.boolean().describe('Create line items that are missing and delete those that no row wants'),
  }),
  output: z.strictObject({
    created: z.number().int(),
    updated: z.number().int(),
    deleted: z.number().int(),
    unchanged: z.number().int(),
    amount: z.string().nullable().describe('Amount of the deal afterwards'),
  }),
  memoryKey: (input) => `${input.deal_id}:${input.document_id}`,

  async plan({ gateway, remembered }, input) {
    const deal = await gateway.record('deals', input.deal_id, ['dealname', 'amount', 'deal_currency_code']);
    const currency = await dealCurrency(gateway, deal);
    if (input.rows.length > 0) checkCurrency(input.currency, currency);
    const result = await judgeByDefinitions(gateway, 'line_items', async (definitions) =>
      reconcile({
        rows: input.rows,
        items: await readItems(gateway, deal.id, definitions),
        definitions,
        addAndDelete: input.add_and_delete,
        currency,
        dealAmount: deal.properties.amount ?? null,
        memory: readMemory(remembered),
      }),
    );
    refuseMisfits(result.problems);

    const products = await findProducts(gateway, skusOf(result.creates));
    const creates = result.creates.map((create) => withProduct(create, products.ids));
    const { updates, deletes, amount, unchanged } = result;
    const amountNow = amount === null ? (deal.properties.amount ?? null) : amount.after;
    return {
      changes: changesOf({ ...result, creates }, deal, currency),
      notes: [...result.notes, ...products.notes],
      data: { deal_id: deal.id, creates, updates, deletes, amount, amount_now: amountNow, unchanged },
      remember: result.memory,
    };
  },

  async apply({ gateway }, plan) {
    const planned = PlannedReconciliation.parse(plan.data);
    const ids = await applyItems(gateway, planned);
    const itemOfRow = new Map(planned.creates.map((create, index) => [create.row_key, ids[index] ?? ''] as const));
    const memory = readMemory(plan.remember);
    for (const [key, row] of Object.entries(memory.rows)) {
      if (row.item_id !== null) itemOfRow.set(key, row.item_id);
    }
    return {
      output: {
        created: planned.creates.length,
        updated: planned.updates.length,
        deleted: planned.deletes.length,
        unchanged: planned.unchanged,
        amount: planned.amount_now,
      },
      // Creations stand first in the plan, in the same order.
      effects: plan.changes.map((change, index) => {
        const id = ids[index];
        return id === undefined ? change : withId(change, id);
      }),
      remember: withItems(memory, itemOfRow),
    };
  },
});

function checkCurrency(ofDocument: string | null, ofDeal: string | null): void {
  if (ofDocument === null || ofDeal === null || ofDocument.toUpperCase() === ofDeal.toUpperCase()) return;
  const message = said`The document is in ${ofDocument} but the deal is in ${ofDeal}; no line item was changed.`;
  throw new ConnectorError('validation', message, {
    remedy: said`Set the document's currency to ${ofDeal} in PandaDoc, or the deal's currency to ${ofDocument} in HubSpot.`,
    problems: [{ subject: 'currency', message: said`${ofDocument} in the document, ${ofDeal} in the deal` }],
  });
}

function refuseMisfits(problems: Reconciliation['problems']): void {
  if (problems.length === 0) return;
  throw new ConnectorError('validation', said`Rows of the document do not fit HubSpot; no line item was changed.`, {
    problems,
    remedy: said`Correct the named rows in the PandaDoc document, or the properties in HubSpot.`,
  });
}

const skusOf = (creates: readonly PlannedCreate[]): string[] =>
  creates.flatMap((create) => create.properties.hs_sku ?? []);

/** An item of a product takes over the product's texts unless told otherwise, so what the row leaves empty is said. */
function withProduct(create: PlannedCreate, products: ReadonlyMap<string, string>): PlannedCreate {
  const productId = products.get(create.properties.hs_sku ?? '');
  if (productId === undefined) return create;
  return { ...create, properties: { description: '', ...create.properties, hs_product_id: productId } };
}

function changesOf(
  { creates, updates, deletes, amount }: Reconciliation,
  deal: HubSpotRecord,
  currency: string | null,
): Change[] {
  const item = { type: 'line_item' as const, currency };
  const dealTarget = { type: 'deal' as const, id: deal.id, label: deal.properties.dealname ?? undefined, currency };
  return [
    ...creates.map(({ label, properties }) => creation({ ...item, label }, properties)),
    ...updates.flatMap(({ id, label, updates: changed }) =>
      changed.map((one) => propertyChange({ ...item, id, label }, one.property, one.before, one.after)),
    ),
    ...deletes.map(({ id, label, properties }) => deletion({ ...item, id, label }, properties)),
    ...(amount === null ? [] : [propertyChange(dealTarget, 'amount', amount.before, amount.after)]),
  ];
}
