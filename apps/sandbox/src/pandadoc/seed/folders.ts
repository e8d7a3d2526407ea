import { microseconds } from '../identity.js';

export type Folder = { uuid: string; name: string; parent_uuid: string | null; date_created: string };

/** Folders of templates are apart from those of documents. Their ids never change, as those of the templates. */
export const templateFolderIds = {
  sales: 'tfSales5pQ7rSt9uVwX1y2',
  orders: 'tfOrders8aB3cD6eF9gH2i',
  legal: 'tfLegal4jK7lM1nO5pQ8rS',
} as const;

export function seedTemplateFolders(now: Date): Folder[] {
  const since = microseconds(now.getTime() * 1000);
  const folder = (uuid: string, name: string, parent_uuid: string | null = null) => ({
    uuid,
    name,
    parent_uuid,
    date_created: since,
  });
  const { sales, orders, legal } = templateFolderIds;
  return [folder(sales, 'Sales'), folder(orders, 'Orders', sales), folder(legal, 'Legal')];
}

export function seedFolders(now: Date): Folder[] {
  const since = microseconds(now.getTime() * 1000);
  return [
    { uuid: 'fP5oIu7YtR3eWqA1sDfG2h', name: 'Sales', parent_uuid: null, date_created: since },
    { uuid: 'fL9kJh8GfD6sAzX4cVbN1m', name: 'Renewals', parent_uuid: 'fP5oIu7YtR3eWqA1sDfG2h', date_created: since },
  ];
}
