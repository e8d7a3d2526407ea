import type { Catalogue, JsonObject } from '@tandem/recipes';
import type { CallableRecipes, Connector } from '../../api/generated/types.gen.js';

/** What the recipes of this Tandem can be made of. */
export type Connectors = readonly Connector[];

export type ConnectorAction = Connector['actions'][number];
export type ConnectorTrigger = Connector['triggers'][number];

export const connectorOf = (connectors: Connectors, key: string): Connector | undefined =>
  connectors.find((connector) => connector.key === key);

export const actionOf = (connectors: Connectors, connector: string, action: string): ConnectorAction | undefined =>
  connectorOf(connectors, connector)?.actions.find(({ key }) => key === action);

export const triggerOf = (connectors: Connectors, connector: string, trigger: string): ConnectorTrigger | undefined =>
  connectorOf(connectors, connector)?.triggers.find(({ key }) => key === trigger);

/** The published recipes that a step can call. */
export type Callables = CallableRecipes['items'];

/** The same as the validator wants it. Calls are not checked as long as it is not known what can be called. */
export function catalogueOf(connectors: Connectors, callables?: Callables): Catalogue {
  const schema = (json: { [key: string]: unknown }): JsonObject => json as JsonObject; // it came as JSON
  return {
    ...(callables && { recipes: callables }),
    connectors: connectors.map(({ key, title, triggers, actions, pick_lists }) => ({
      key,
      title,
      triggers: triggers.map((trigger) => ({
        key: trigger.key,
        title: trigger.title,
        dataSchema: schema(trigger.data),
      })),
      actions: actions.map((action) => ({
        key: action.key,
        title: action.title,
        effect: action.effect,
        inputSchema: schema(action.input),
        outputSchema: schema(action.output),
      })),
      pickLists: pick_lists.map((list) => list.key),
    })),
  };
}
