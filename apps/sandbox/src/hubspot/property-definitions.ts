import { DEALS, LINE_ITEMS } from './object-types.js';
import type { HubSpotState, PropertyDefinition, PropertyOption } from './state.js';
import { own } from './world.js';

/**
 * The definition of a property, archived ones included. Options that mirror other settings (pipelines, stages,
 * currencies) are read from these, so that they never disagree.
 */
export function definitionOf(state: HubSpotState, type: string, name: string): PropertyDefinition | undefined {
  const definition = own(state.properties[type] ?? {}, name);
  if (!definition) return undefined;
  const options = mirroredOptions(state, type, name);
  return options ? { ...definition, options } : definition;
}

export function definitionsOf(state: HubSpotState, type: string): PropertyDefinition[] {
  return Object.keys(state.properties[type] ?? {})
    .map((name) => definitionOf(state, type, name))
    .filter((definition) => definition !== undefined);
}

function mirroredOptions(state: HubSpotState, type: string, name: string): PropertyOption[] | undefined {
  const currencies = [state.portal.company_currency, ...state.portal.additional_currencies];
  const pipelines = state.pipelines[type] ?? [];
  if (type === DEALS && name === 'deal_currency_code') return options(currencies.map((code) => [code, code]));
  if (type === LINE_ITEMS && name === 'hs_line_item_currency_code')
    return options(currencies.map((code) => [code, code]));
  if (type === DEALS && name === 'pipeline') return options(pipelines.map(({ id, label }) => [id, label]));
  if (type === DEALS && name === 'dealstage') {
    return options(pipelines.flatMap(({ stages }) => stages.map(({ id, label }) => [id, label] as const)));
  }
  return undefined;
}

/** Options from [value, label] pairs, in this order. */
export function options(pairs: (readonly [value: string, label: string])[]): PropertyOption[] {
  return pairs.map(([value, label], displayOrder) => ({ label, value, displayOrder, hidden: false, description: '' }));
}
