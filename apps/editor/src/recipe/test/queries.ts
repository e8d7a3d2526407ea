import { queryOptions } from '@tanstack/react-query';
import { historyListEvents, historyListRuns, historyRun } from '../../api/generated/sdk.gen.js';
import { recentDocuments } from '../../matrix/recent-documents.js';

/** Documents that something happened to of late, the latest first. */
export const recentDocumentsQuery = queryOptions({
  queryKey: ['events', 'recent-documents'],
  queryFn: async ({ signal }) =>
    recentDocuments((await historyListEvents({ query: { limit: 100 }, signal })).items, null),
  staleTime: 15_000,
});

/** The values of the latest run of a recipe, or of any recipe when it never ran, to try formulas on. */
export const sampleRunQuery = (recipe: string) =>
  queryOptions({
    queryKey: ['runs', 'sample', recipe],
    queryFn: async ({ signal }) => {
      const own = await historyListRuns({ query: { recipe, limit: 1 }, signal });
      const [run] = own.items.length > 0 ? own.items : (await historyListRuns({ query: { limit: 1 }, signal })).items;
      return run ? historyRun({ path: { id: run.id }, signal }) : null;
    },
    staleTime: 60_000,
  });
