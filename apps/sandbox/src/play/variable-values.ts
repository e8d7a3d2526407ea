import type { DealOnCard, Properties } from './deal.js';

export interface NamedValue {
  name: string;
  value: string;
}

/** Names whose property is called otherwise than the rule has it: Deal.Name is `dealname`. */
const PREFIXED: Record<string, string> = { Deal: 'deal' };

/**
 * The values of a template's variables that speak of the deal, its primary company or its contact. Variables of other
 * groups (role variables, Document.*) and names that no property answers to are left out; an unset property is "".
 */
export function variableValues(names: readonly string[], card: DealOnCard): NamedValue[] {
  const groups = new Map<string, Properties | undefined>([
    ['Deal', card.deal.properties],
    ['Company', card.company?.properties],
    ['Contact', card.contact?.properties],
  ]);
  return names.flatMap((name) => {
    const [group = '', ...rest] = name.split('.');
    const properties = groups.get(group);
    const property = properties && propertyFor(group, rest.join('.'), Object.keys(properties));
    return property === undefined ? [] : [{ name, value: properties?.[property] ?? '' }];
  });
}

/** DealCurrencyCode → deal_currency_code: the letters decide, neither case nor underscores. */
function propertyFor(group: string, name: string, properties: string[]): string | undefined {
  const wanted = plain(name);
  const byName = (text: string): string | undefined => properties.find((property) => plain(property) === text);
  return byName(wanted) ?? byName(`${PREFIXED[group] ?? ''}${wanted}`);
}

const plain = (text: string): string => text.replaceAll('_', '').toLowerCase();
