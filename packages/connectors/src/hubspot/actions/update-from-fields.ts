import { z } from 'zod';
import { defineWrite } from '../../sdk/action.js';
import { ConnectorError } from '../../sdk/connector-error.js';
import type { Note } from '../../sdk/plan.js';
import { DocumentField } from '../../sdk/pricing-row.js';
import { number, said } from '../../sdk/said.js';
import { propertyChange } from '../changes.js';
import type { HubSpotGateway } from '../client.js';
import { dealCurrency } from '../deal-currency.js';
import { chooseFields, type ChosenField } from '../fields/choose-fields.js';
import { matchProperties, type MatchedFields } from '../fields/match-properties.js';
import { applyRecordUpdates } from '../fields/apply-record-updates.js';
import { DealId } from '../ids.js';
import { judgeByDefinitions } from '../properties/judge-by-definitions.js';
import { differences } from '../properties/write-set.js';
import { primaryCompanyId } from '../read-company.js';
import type { HubSpotRecord } from '../records.js';

const Update = z.strictObject({ property: z.string(), before: z.string().nullable(), after: z.string() });
const Planned = z.strictObject({
  records: z.array(
    z.strictObject({ object: z.enum(['deals', 'companies']), id: z.string(), updates: z.array(Update) }),
  ),
});

const NOTHING: MatchedFields = { values: [], notes: [], problems: [] };

export const updateFromFields = defineWrite<HubSpotGateway>()({
  key: 'update_from_fields',
  title: said`Update deal properties from fields`,
  description: said`Writes the fields of a document whose merge field names a property, such as Deal.Amount or Company.Name, to the deal and to its primary company. When one value does not fit, nothing is written.`,
  input: z.strictObject({ deal_id: DealId, fields: z.array(DocumentField).describe('Fields of the document') }),
  output: z.strictObject({ updated: z.number().int().describe('How many properties were written') }),

  async plan({ gateway }, input) {
    const { chosen, notes } = chooseFields(input.fields);
    const ofDeal = chosen.filter((field) => field.object === 'deal');
    const ofCompany = chosen.filter((field) => field.object === 'company');

    const dealMatch = ofDeal.length > 0 ? await matchFields(gateway, 'deals', ofDeal) : NOTHING;
    const deal = await gateway.record('deals', input.deal_id, [
      'dealname',
      'deal_currency_code',
      ...namesOf(dealMatch),
    ]);
    const companyId = ofCompany.length > 0 ? await primaryCompanyId(gateway, deal.id) : null;
    const companyMatch = companyId === null ? NOTHING : await matchFields(gateway, 'companies', ofCompany);
    refuseMisfits([...dealMatch.problems, ...companyMatch.problems]);

    const records = [recordUpdates('deals', deal, dealMatch)];
    if (companyId !== null) {
      const company = await gateway.record('companies', companyId, ['name', ...namesOf(companyMatch)]);
      records.push(recordUpdates('companies', company, companyMatch));
    }
    const currency = dealMatch.values.some(({ property }) => property.isMoney)
      ? await dealCurrency(gateway, deal)
      : null;
    return {
      changes: records.flatMap(({ object, record, updates }) => {
        const target =
          object === 'deals'
            ? { type: 'deal' as const, id: record.id, label: record.properties.dealname ?? undefined, currency }
            : { type: 'company' as const, id: record.id, label: record.properties.name ?? undefined };
        return updates.map((one) => propertyChange(target, one.property, one.before, one.after));
      }),
      notes: [
        ...notes,
        ...dealMatch.notes,
        ...companyMatch.notes,
        ...(companyId === null ? ofCompany.map(noCompany) : []),
      ],
      data: {
        records: records.map(({ object, record, updates }) => ({
          object,
          id: record.id,
          updates,
        })),
      },
    };
  },

  async apply({ gateway }, plan) {
    const { records } = Planned.parse(plan.data);
    await applyRecordUpdates(gateway, records);
    return { output: { updated: plan.changes.length }, effects: plan.changes };
  },
});

const matchFields = (
  gateway: HubSpotGateway,
  type: 'deals' | 'companies',
  fields: readonly ChosenField[],
): Promise<MatchedFields> =>
  judgeByDefinitions(gateway, type, (definitions) =>
    matchProperties(fields, definitions, type === 'deals' ? 'deal' : 'company'),
  );

function refuseMisfits(problems: MatchedFields['problems']): void {
  if (problems.length === 0) return;
  throw new ConnectorError(
    'validation',
    problems.length === 1
      ? said`A field does not fit HubSpot; nothing was written.`
      : said`${number(problems.length)} fields do not fit HubSpot; nothing was written.`,
    {
      problems,
      remedy: said`Correct the field or its merge field in the PandaDoc template, or the property in HubSpot.`,
    },
  );
}

const namesOf = (match: MatchedFields): string[] => match.values.map((one) => one.property.name);

const recordUpdates = (object: 'deals' | 'companies', record: HubSpotRecord, match: MatchedFields) => ({
  object,
  record,
  updates: differences(match.values, record.properties),
});

const noCompany = ({ subject }: { subject: string }): Note => ({
  subject,
  message: said`Left out: the deal has no primary company in HubSpot.`,
});
