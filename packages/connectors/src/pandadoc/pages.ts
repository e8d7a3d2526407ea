const LARGEST_PAGE = 100;

/** Reads page after page (from 1; PandaDoc gives no total) until one is short or `limit` items are there. */
export async function readPages<Item>(
  limit: number,
  read: (page: { count: number; page: number }) => Promise<Item[]>,
): Promise<Item[]> {
  const count = Math.min(LARGEST_PAGE, limit);
  const items: Item[] = [];
  for (let page = 1; items.length < limit; page += 1) {
    const more = await read({ count, page });
    items.push(...more);
    if (more.length < count) break;
  }
  return items.slice(0, limit);
}
