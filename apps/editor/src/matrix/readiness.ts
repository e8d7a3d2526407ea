import { queryOptions } from '@tanstack/react-query';
import { templatesCheckReadiness } from '../api/generated/sdk.gen.js';
import type { Readiness } from '../api/generated/types.gen.js';
import { Batch } from './batch.js';

export type RowReadiness = Readiness['defaults'];
export type CellReadiness = RowReadiness[number];
export type Problem = CellReadiness['problems'][number];

/** As many as the API looks at at once. */
const MOST = 50;

/** Rows come into sight one by one; they are asked for together, and one request after the other. */
const batch = new Batch<string, RowReadiness>(MOST, async (templateIds) => {
  const { items } = await templatesCheckReadiness({ body: { template_ids: templateIds } });
  return new Map(items.map(({ template_id: id, automations }) => [id, automations]));
});

/** What is missing before the automations of a template would work; null: there is no such template any more. */
export const readinessQuery = (templateId: string) =>
  queryOptions({
    queryKey: ['readiness', templateId],
    queryFn: async (): Promise<RowReadiness | null> => (await batch.load(templateId)) ?? null,
    staleTime: 60_000,
    retry: 1,
  });

/** The same of the defaults for all templates. */
export const defaultReadinessQuery = queryOptions({
  queryKey: ['readiness', 'defaults'],
  queryFn: async ({ signal }): Promise<RowReadiness | null> =>
    (await templatesCheckReadiness({ body: { template_ids: [] }, signal })).defaults,
  staleTime: 60_000,
  retry: 1,
});

/** How a cell stands; undefined: not known yet. */
export const readinessOf = (row: RowReadiness | null | undefined, recipe: string): CellReadiness | undefined =>
  row?.find((one) => one.recipe === recipe);
