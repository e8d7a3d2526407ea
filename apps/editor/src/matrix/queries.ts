import { queryOptions } from '@tanstack/react-query';
import { automationsList, templatesFolders, templatesList } from '../api/generated/sdk.gen.js';
import type { Templates } from '../api/generated/types.gen.js';

/** As many as the API gives at once. */
const PAGE = 200;

/** All templates with what is switched on for each, page after page. */
export async function allTemplates(search: string, signal: AbortSignal): Promise<Templates['items']> {
  const items: Templates['items'] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const page: Templates = await templatesList({ query: { search, limit: PAGE, offset }, signal });
    items.push(...page.items);
    offset = page.next;
  }
  return items;
}

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => allTemplates('', signal),
  staleTime: 30_000,
});

/** What was chosen for templates, and as the default for all. */
export const automationsQuery = queryOptions({
  queryKey: ['automations'],
  queryFn: ({ signal }) => automationsList({ signal }),
  staleTime: 30_000,
});

/** Where the templates lie. The matrix does not wait for it. */
export const foldersQuery = queryOptions({
  queryKey: ['template-folders'],
  queryFn: ({ signal }) => templatesFolders({ signal }),
  staleTime: 300_000,
  retry: 1,
});
