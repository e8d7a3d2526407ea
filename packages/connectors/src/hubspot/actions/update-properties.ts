import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { ConnectorError, type Problem } from '../../sdk/connector-error.js';
import { said } from '../../sdk/said.js';
import { propertyChange, type TargetType } from '../changes.js';
import type { HubSpotGateway } from '../client.js';
import { dealCurrency } from '../deal-currency.js';
import { RecordId } from '../ids.js';
import { WritableObject } from '../pick-lists.js';
import type { PropertyDefinition } from '../properties/definition.js';
import { judgeByDefinitions } from '../properties/judge-by-definitions.js';
import { convertAll, differences, type WantedValue } from '../properties/write-set.js';
import { RECORD_NAMES } from '../records.js';

const TITLE = { deals: 'dealname', companies: 'name', contacts: 'email' } as const;
const TARGET: Record<z.infer<typeof WritableObject>, TargetType> = {
  deals: 'deal',
  companies: 'company',
  contacts: 'contact',
};

const Planned = z.strictObject({ id: z.string(), properties: z.record(z.string(), z.string()) });

export const updateProperties = defineWrite<HubSpotGateway>()({
  key: 'update_properties',
  title: said`Update properties`,
  description: said`Writes properties of a deal, company or contact. Values that are already so are left alone; "" or null clears.`,
  input: z.strictObject({
    object: WritableObject.describe('What kind of record'),
    id: RecordId,
    properties: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .describe('Property name to value')
      .meta({ pickList: 'properties', dependsOn: ['object'] }),
  }),
  output: z.strictObject({ id: z.string(), updated: z.number().int() }),

  async plan({ gateway }, input) {
    const { values, problems } = await judgeByDefinitions(gateway, input.object, (definitions) => {
      const { wanted, problems: unknown } = findProperties(definitions, input);
      const converted = convertAll(wanted);
      return { values: converted.values, problems: [...unknown, ...converted.problems] };
    });
    if (problems.length > 0) {
      throw new ConnectorError(
        'validation',
        said`These values do not fit the ${RECORD_NAMES[input.object]} in HubSpot.`,
        {
          problems,
          remedy: said`Correct the values in the recipe, or the properties in HubSpot.`,
        },
      );
    }
    const names = values.map((one) => one.property.name);
    const hasAmount = input.object === 'deals' && values.some(({ property }) => property.isMoney);
    const read = [TITLE[input.object], ...names, ...(hasAmount ? ['deal_currency_code'] : [])];
    const record = await gateway.record(input.object, input.id, read);
    const target = {
      type: TARGET[input.object],
      id: record.id,
      label: record.properties[TITLE[input.object]] ?? undefined,
      currency: hasAmount ? await dealCurrency(gateway, record) : null,
    };
    const updates = differences(values, record.properties);
    const properties = Object.fromEntries(updates.map((one) => [one.property, one.after]));
    return {
      changes: updates.map((one) => propertyChange(target, one.property, one.before, one.after)),
      notes: [],
      data: { id: record.id, properties },
    };
  },

  async apply({ gateway }, plan, input) {
    const { id, properties } = Planned.parse(plan.data);
    const updated = Object.keys(properties).length;
    if (updated > 0) await gateway.update(input.object, id, properties);
    return { output: { id, updated }, effects: plan.changes };
  },
});

function findProperties(
  definitions: readonly PropertyDefinition[],
  input: { object: z.infer<typeof WritableObject>; properties: Record<string, string | number | boolean | null> },
): { wanted: WantedValue[]; problems: Problem[] } {
  const wanted: WantedValue[] = [];
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(input.properties)) {
    const property = definitions.find((one) => one.name === name);
    if (property !== undefined) wanted.push({ subject: name, property, value });
    else
      problems.push({
        subject: name,
        message: said`HubSpot has no ${RECORD_NAMES[input.object]} property of this name`,
      });
  }
  return { wanted, problems };
}
