import type { Json } from '@tandem/recipes';
import type { Said } from './said.js';

/** What is, or would be, changed: one property of one remote thing, or its creation or deletion. */
export interface Change {
  target: {
    connector: string;
    /** deal, company, contact, line_item, note, task, file, document, quote, … */
    type: string;
    /** null while the thing does not exist yet. */
    id: string | null;
    label?: string;
    /** Of its amounts, as ISO 4217 writes it; left out where the action does not know it. */
    currency?: string;
  };
  operation: 'create' | 'update' | 'delete';
  /** The property that changes; null where the whole thing is created or deleted. */
  property: string | null;
  before: Json;
  after: Json;
}

/** Something that was deliberately not done, for a person to know: a field without a property, a row left out. */
export interface Note {
  subject: string;
  message: Said;
}

/**
 * What a write action would do, found out by reading only. JSON all through: it is journalled before it is applied.
 * A plan without changes means that everything is already so.
 */
export interface Plan {
  changes: Change[];
  notes: Note[];
  /** What `apply` needs beyond the changes. */
  data: Json;
  /** Kept for the next plan under the action's memory key; given back as `context.remembered`. */
  remember?: Json;
}

export interface Applied<Output> {
  output: Output;
  /** The changes as they were made, with the ids of what was created. */
  effects: Change[];
  /** Replaces what the plan wanted remembered. */
  remember?: Json;
}
