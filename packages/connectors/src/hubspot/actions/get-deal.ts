import { z } from 'zod';
import { defineRead } from '../../sdk/action.js';
import { LineItem } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import type { HubSpotGateway } from '../client.js';
import { dealUrl } from '../deal-url.js';
import { DealId } from '../ids.js';
import { readItems, toLineItem } from '../line-items/read-items.js';
import { readPrimaryCompany } from '../read-company.js';
import type { HubSpotRecord } from '../records.js';

const Properties = z.record(z.string(), z.string().nullable());
const DEAL_PROPERTIES = [
  'dealname',
  'pipeline',
  'dealstage',
  'amount',
  'deal_currency_code',
  'hubspot_owner_id',
  'closedate',
  'dealtype',
  'description',
];
const CONTACT_PROPERTIES = ['email', 'firstname', 'lastname', 'phone', 'jobtitle', 'company'];
const COMPANY_PROPERTIES = ['name', 'domain', 'phone', 'address', 'city', 'zip', 'state', 'country'];

export const getDeal = defineRead<HubSpotGateway>()({
  key: 'get_deal',
  title: said`Get a deal`,
  description: said`Reads a deal with its primary company, its contacts and its line items.`,
  input: z.strictObject({
    deal_id: DealId,
    properties: z.array(z.string()).optional().describe('Further properties of the deal to read'),
  }),
  output: z.strictObject({
    id: z.string(),
    name: z.string(),
    pipeline: z.string(),
    stage: z.string(),
    amount: z.string().nullable(),
    currency: z.string().nullable().describe("The deal's own currency; null when it has none of its own"),
    owner_id: z.string().nullable(),
    url: z.string().nullable(),
    properties: Properties,
    company: z
      .strictObject({ id: z.string(), name: z.string(), domain: z.string().nullable(), properties: Properties })
      .nullable()
      .describe('The primary company'),
    contacts: z.array(
      z.strictObject({
        id: z.string(),
        email: z.string().nullable(),
        first_name: z.string().nullable(),
        last_name: z.string().nullable(),
        properties: Properties,
      }),
    ),
    line_items: z.array(LineItem),
  }),

  async run({ gateway }, input) {
    const properties = [...new Set([...DEAL_PROPERTIES, ...(input.properties ?? [])])];
    const deal = await gateway.record('deals', input.deal_id, properties);
    const company = await readPrimaryCompany(gateway, deal.id, COMPANY_PROPERTIES);
    const contacts = await gateway.associated('deals', deal.id, 'contacts');
    const people = await gateway.records('contacts', [...new Set(contacts.map((one) => one.id))], CONTACT_PROPERTIES);
    const items = await readItems(gateway, deal.id, await gateway.definitions('line_items'));
    const value = valueOf(deal);
    return {
      id: deal.id,
      name: value('dealname') ?? '',
      pipeline: value('pipeline') ?? '',
      stage: value('dealstage') ?? '',
      amount: value('amount'),
      currency: value('deal_currency_code'),
      owner_id: value('hubspot_owner_id'),
      url: dealUrl(await gateway.account(), deal.id),
      properties: deal.properties,
      company: company === null ? null : toCompany(company),
      contacts: people.map(toContact),
      line_items: items.map(toLineItem),
    };
  },
});

function toCompany(company: HubSpotRecord) {
  const value = valueOf(company);
  return { id: company.id, name: value('name') ?? '', domain: value('domain'), properties: company.properties };
}

function toContact(contact: HubSpotRecord) {
  const value = valueOf(contact);
  return {
    id: contact.id,
    email: value('email'),
    first_name: value('firstname'),
    last_name: value('lastname'),
    properties: contact.properties,
  };
}

/** HubSpot clears a property to "" or null alike. */
const valueOf =
  (record: HubSpotRecord) =>
  (name: string): string | null => {
    const value = record.properties[name];
    return value == null || value === '' ? null : value;
  };
