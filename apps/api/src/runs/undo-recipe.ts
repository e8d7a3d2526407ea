import type { MadeChange } from '@tandem/connectors';
import type { JsonObject, Recipe } from '@tandem/recipes';

/** The action by which each connector takes back its own changes; recipes are never offered it. */
export const UNDO_ACTION = 'undo';

/** What an undo works with, as its recipe sees it: what to take back, by connector, in the order in which it was made. */
export type UndoTrigger = JsonObject & { undo_of: string; changes: Record<string, MadeChange[]> };

export function undoTrigger(runId: string, changes: readonly MadeChange[]): UndoTrigger {
  const byConnector: Record<string, MadeChange[]> = {};
  for (const change of changes) (byConnector[change.target.connector] ??= []).push(change);
  return { undo_of: runId, changes: byConnector };
}

/**
 * An undo as a recipe like any other, so that it is journalled, retried and resumed like any other: one step for each
 * connector, the one that was last changed first. It is stored nowhere, as the trigger says all of it.
 */
export function undoRecipe(trigger: JsonObject): Recipe {
  const connectors = Object.keys(trigger.changes ?? {}).toReversed();
  return {
    format: 1,
    key: 'undo',
    name: 'Undo',
    offer: 'everywhere',
    settings: [],
    trigger: { kind: 'call', input: {} },
    steps: connectors.map((connector) => ({
      id: `undo_${connector}`,
      kind: 'action',
      connector,
      action: UNDO_ACTION,
      input: { key: { var: 'run.id' }, changes: { var: `trigger.changes.${connector}` } },
    })),
  };
}
