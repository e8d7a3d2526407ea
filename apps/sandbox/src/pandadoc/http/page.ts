import { z } from 'zod';

/** Lists count pages from 1 and give no total: a short page is the last. */
export const Page = z.object({
  page: z.coerce.number().int().min(1).default(1),
  count: z.coerce.number().int().min(1).max(100).default(50),
});

export function pageOf<T>(all: T[], { page, count }: z.output<typeof Page>): T[] {
  return all.slice((page - 1) * count, page * count);
}
