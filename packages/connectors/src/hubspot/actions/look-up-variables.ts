import { z } from 'zod';
import { defineRead } from '../../sdk/action.js';
import { Variable } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import type { HubSpotGateway } from '../client.js';
import { DealId } from '../ids.js';
import type { PropertyDefinition } from '../properties/definition.js';
import { formatValue } from '../properties/format-value.js';
import { parseMergeField, resolveProperty } from '../properties/resolve-name.js';
import { primaryCompanyId } from '../read-company.js';

const OBJECTS = { deal: 'deals', company: 'companies', contact: 'contacts' } as const;
type ObjectName = keyof typeof OBJECTS;

interface Sought {
  name: string;
  object: ObjectName;
  property: PropertyDefinition;
}

export const lookUpVariables = defineRead<HubSpotGateway>()({
  key: 'look_up_variables',
  title: said`Look up variables`,
  description: said`What variables such as Deal.Amount, Company.Name and Contact.FirstName say for a deal: its own properties, those of its primary company and of its first contact.`,
  input: z.strictObject({ deal_id: DealId, names: z.array(z.string()).describe('Names of the variables') }),
  output: z.strictObject({
    values: z.array(Variable).describe('Those that resolve; a property without a value gives ""'),
    unknown: z.array(z.string()).describe('Names that are no property, or whose company or contact the deal lacks'),
    currency: z.string().nullable().describe("The deal's own currency; null when it has none of its own"),
  }),

  async run({ gateway }, input) {
    const sought = await seek(gateway, input.names);
    const read = await readObjects(gateway, input.deal_id, sought);
    const ownerNames = sought.some(isOwner)
      ? new Map((await gateway.owners()).map((owner) => [owner.id, owner.name]))
      : new Map<string, string>();
    const { timeZone } = await gateway.account();

    const values = sought.flatMap(({ name, object, property }) => {
      const properties = read.get(object);
      if (properties === undefined) return [];
      return [{ name, value: formatValue(property, properties[property.name], { timeZone, ownerNames }) }];
    });
    const known = new Set(values.map((one) => one.name));
    const currency = read.get('deal')?.deal_currency_code;
    return {
      values,
      unknown: input.names.filter((name) => !known.has(name)),
      currency: currency == null || currency === '' ? null : currency,
    };
  },
});

/** The property behind each name; definitions are read only of objects that are named. */
async function seek(gateway: HubSpotGateway, names: readonly string[]): Promise<Sought[]> {
  const definitions = new Map<ObjectName, readonly PropertyDefinition[]>();
  const sought: Sought[] = [];
  for (const name of new Set(names)) {
    const parts = parseMergeField(name);
    const object = parts?.object.toLowerCase() ?? '';
    if (parts === null || !isObject(object)) continue;
    const known = definitions.get(object) ?? (await gateway.definitions(OBJECTS[object]));
    definitions.set(object, known);
    const { found } = resolveProperty(known, parts.property, object);
    if (found !== null) sought.push({ name, object, property: found });
  }
  return sought;
}

async function readObjects(gateway: HubSpotGateway, dealId: string, sought: readonly Sought[]) {
  const names = (object: ObjectName): string[] =>
    sought.filter((one) => one.object === object).map((one) => one.property.name);
  const deal = await gateway.record('deals', dealId, [...new Set([...names('deal'), 'deal_currency_code'])]);
  const read = new Map([['deal', deal.properties]]);

  const companyId = names('company').length > 0 ? await primaryCompanyId(gateway, deal.id) : null;
  if (companyId !== null) {
    read.set('company', (await gateway.record('companies', companyId, names('company'))).properties);
  }
  const contacts = names('contact').length > 0 ? await gateway.associated('deals', deal.id, 'contacts') : [];
  const first = contacts[0];
  if (first !== undefined) {
    read.set('contact', (await gateway.record('contacts', first.id, names('contact'))).properties);
  }
  return read;
}

const isObject = (word: string): word is ObjectName => word in OBJECTS;

const isOwner = ({ property }: Sought): boolean => property.referencedObjectType === 'OWNER';
