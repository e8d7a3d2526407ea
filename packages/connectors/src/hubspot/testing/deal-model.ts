import type { PricingRow } from '../../sdk/pricing-row.js';
import { readMemory, withItems, type ChangeMemory } from '../line-items/change-memory.js';
import { reconcile, type Reconciliation } from '../line-items/reconcile.js';
import type { PropertyDefinition } from '../properties/definition.js';
import type { HubSpotRecord } from '../records.js';

/** A deal in memory that is written to as HubSpot would: enough to see what a plan leads to. */
export class DealModel {
  items: HubSpotRecord[];
  amount: string | null = null;
  memory: ChangeMemory = readMemory(undefined);
  private nextId = 1_000;

  constructor(
    items: HubSpotRecord[] = [],
    private readonly definitions: PropertyDefinition[] = [],
  ) {
    this.items = structuredClone(items);
  }

  plan(rows: readonly PricingRow[], addAndDelete = true): Reconciliation {
    return reconcile({
      rows,
      items: this.items,
      definitions: this.definitions,
      addAndDelete,
      currency: 'EUR',
      dealAmount: this.amount,
      memory: this.memory,
    });
  }

  /** Applies a plan, or only its first `steps` writes: a crash in the middle. The plan's memory is kept either way. */
  apply(plan: Reconciliation, steps = Infinity): void {
    this.memory = plan.memory;
    const created = new Map<string, string>();
    const writes = [
      ...plan.creates.map((create) => () => {
        const id = String((this.nextId += 1));
        created.set(create.row_key, id);
        this.items.push({ id, properties: { ...create.properties } });
      }),
      ...plan.updates.map((update) => () => {
        const item = this.items.find((one) => one.id === update.id);
        for (const { property, after } of update.updates)
          if (item) item.properties[property] = after === '' ? null : after;
      }),
      ...plan.deletes.map((gone) => () => {
        this.items = this.items.filter((one) => one.id !== gone.id);
      }),
      () => {
        if (plan.amount !== null) this.amount = plan.amount.after;
      },
    ];
    writes.slice(0, steps).forEach((write) => {
      write();
    });
    if (steps < writes.length) return;
    for (const [key, row] of Object.entries(plan.memory.rows)) if (row.item_id !== null) created.set(key, row.item_id);
    this.memory = withItems(plan.memory, created);
  }

  /** Plans and applies until there is nothing left to do; says how many rounds it took. */
  follow(rows: readonly PricingRow[], addAndDelete = true): Reconciliation {
    const plan = this.plan(rows, addAndDelete);
    this.apply(plan);
    return plan;
  }

  values(property: string): (string | null)[] {
    return this.items.map((item) => item.properties[property] ?? null);
  }
}

export const isEmpty = (plan: Reconciliation): boolean =>
  plan.creates.length + plan.updates.length + plan.deletes.length === 0 && plan.amount === null;
