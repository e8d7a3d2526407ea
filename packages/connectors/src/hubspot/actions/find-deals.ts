import { z } from 'zod';
import { defineRead } from '../../sdk/action.js';
import { said } from '../../sdk/said.js';
import type { HubSpotGateway } from '../client.js';
import { toFilters } from '../search-filters.js';

const Condition = z.strictObject({
  property: z.string().min(1).describe('Property of the deal'),
  operator: z
    .enum([
      'equals',
      'not_equals',
      'contains',
      'greater_than',
      'at_least',
      'less_than',
      'at_most',
      'is_known',
      'is_unknown',
    ])
    .default('equals'),
  value: z.string().optional(),
});

export const findDeals = defineRead<HubSpotGateway>()({
  key: 'find_deals',
  title: said`Find deals`,
  description: said`Searches deals by text and conditions, oldest first. HubSpot's search is some seconds behind changes.`,
  input: z.strictObject({
    query: z.string().max(500).optional().describe('Words in the deal'),
    where: z.array(Condition).max(6).default([]).describe('Conditions that must all hold'),
    properties: z.array(z.string()).max(100).default([]).describe('Further properties to read'),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({
    total: z.number().int().describe('How many there are, also beyond the limit'),
    deals: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        pipeline: z.string(),
        stage: z.string(),
        amount: z.string().nullable(),
        currency: z.string().nullable(),
        properties: z.record(z.string(), z.string().nullable()),
      }),
    ),
  }),

  async run({ gateway }, input) {
    const usual = ['dealname', 'pipeline', 'dealstage', 'amount', 'deal_currency_code'];
    const filters = toFilters(input.where);
    const page = await gateway.search('deals', {
      ...(input.query === undefined || input.query === '' ? {} : { query: input.query }),
      groups: filters.length === 0 ? [] : [filters],
      properties: [...new Set([...usual, ...input.properties])],
      sortBy: 'createdate',
      limit: input.limit,
    });
    const deals = page.records.map(({ id, properties }) => ({
      id,
      name: properties.dealname ?? '',
      pipeline: properties.pipeline ?? '',
      stage: properties.dealstage ?? '',
      amount: properties.amount ?? null,
      currency: properties.deal_currency_code ?? null,
      properties,
    }));
    return { total: page.total, deals };
  },
});
