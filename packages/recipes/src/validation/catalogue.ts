import type { JsonObject } from '../json.js';

/** JSON Schema (draft 2020-12) as connectors publish it. Objects without `additionalProperties` count as closed. */
export type JsonSchema = JsonObject | boolean;

/** What recipes may refer to: data only, so that the API and the editor can both hold it. */
export interface Catalogue {
  connectors: CatalogueConnector[];
  /** Recipes that a `call` may name. Where absent, calls are not checked against it. */
  recipes?: CatalogueRecipe[];
}

export interface CatalogueConnector {
  key: string;
  title?: string;
  triggers: { key: string; title?: string; dataSchema: JsonSchema }[];
  actions: CatalogueAction[];
  /** Keys of the pick lists that settings may take their choices from. */
  pickLists: string[];
}

export interface CatalogueAction {
  key: string;
  title: string;
  effect: 'read' | 'write';
  inputSchema: JsonSchema;
  outputSchema: JsonSchema;
}

/** A recipe with a `call` trigger: its key and that trigger's input. */
export interface CatalogueRecipe {
  key: string;
  input: Record<string, { type: 'text' | 'number' | 'boolean' | 'list' | 'object'; required?: boolean | undefined }>;
  /** Keys that it gives back. */
  output?: string[];
}
