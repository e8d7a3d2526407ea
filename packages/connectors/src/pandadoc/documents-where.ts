import { ConnectorError } from '../sdk/connector-error.js';
import type { DocumentPage, DocumentSearch } from '../sdk/document-search.js';
import { said } from '../sdk/said.js';
import { DocumentRows } from './answers/document-answer.js';
import type { PandaDocGateway } from './client.js';
import { statusCode } from './statuses.js';

const PER_PAGE = 100;

/** One page of what a search finds, counted from 1, in one call. Throws ConnectorError `validation` for an unknown status. */
export async function documentsWhere(
  gateway: PandaDocGateway,
  { status, templateId, changedFrom, changedTo }: DocumentSearch,
  page: number,
): Promise<DocumentPage> {
  const code = statusCode(status);
  if (code === undefined) throw new ConnectorError('validation', said`PandaDoc has no status “${status}”.`);
  const query = {
    status: code,
    template_id: templateId,
    modified_from: changedFrom,
    modified_to: changedTo,
    order_by: 'date_created',
    count: PER_PAGE,
    page,
  };
  const { results } = await gateway.read(
    { operation: 'document.list', path: '/public/v1/documents', query },
    DocumentRows,
  );
  const documents = results.map(({ id, name, status: own }) => ({ id, name, status: own }));
  return { documents, more: results.length === PER_PAGE };
}
