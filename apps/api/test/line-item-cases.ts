import type { Line, RemoteDesk as Desk } from './remote-desk.js';

/** Both kinds of pricing blocks must do the same to a deal; every case runs on each. */
export const BLOCKS = [
  ['a pricing table', 'Sales proposal'],
  ['a quote', 'Quote agreement'],
] as const;

export const DESK: Line = { name: 'Desk', price: '400', quantity: '2', hs_sku: 'T-DESK' };
export const CHAIR: Line = { name: 'Chair', price: '150', quantity: '4', hs_sku: 'T-CHAIR' };

export interface ShownRow {
  id: string;
  name: string;
  sku: string;
}

/** The rows of all blocks of a document as its editor shows them. */
export async function rowsOf(desk: Desk, document: string): Promise<ShownRow[]> {
  const shown = await desk.shown(document);
  return [
    ...shown.tables.flatMap((table: { sections: { rows: ShownRow[] }[] }) =>
      table.sections.flatMap((section) => section.rows),
    ),
    ...shown.quotes.flatMap((quote: { sections: { items: ShownRow[] }[] }) =>
      quote.sections.flatMap((section) => section.items),
    ),
  ];
}

export async function editRow(desk: Desk, document: string, name: string, edit: object): Promise<void> {
  const row = (await rowsOf(desk, document)).find((candidate) => candidate.name === name);
  if (!row) throw new Error(`The document has no row ${name}`);
  await desk.control('PATCH', `/pandadoc/documents/${document}/rows/${row.id}`, edit);
}

export async function removeRow(desk: Desk, document: string, name: string): Promise<void> {
  const row = (await rowsOf(desk, document)).find((candidate) => candidate.name === name);
  if (!row) throw new Error(`The document has no row ${name}`);
  await desk.control('DELETE', `/pandadoc/documents/${document}/rows/${row.id}`);
}

export async function addRow(desk: Desk, document: string, row: object): Promise<void> {
  await desk.control('POST', `/pandadoc/documents/${document}/rows`, row);
}
