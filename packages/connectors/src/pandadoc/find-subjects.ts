import { isEmail, type FoundSubject } from '../sdk/found-subject.js';
import { ContactRows } from './answers/contact-answer.js';
import { DocumentRows } from './answers/document-answer.js';
import type { PandaDocGateway } from './client.js';

/** What ids of documents look like; no name does. */
const ID = /^[A-Za-z0-9]{20,24}$/;

/** Documents by their id or part of their name, or by the e-mail of a recipient; the last modified first. */
export async function findSubjects(gateway: PandaDocGateway, text: string, limit: number): Promise<FoundSubject[]> {
  if (!isEmail(text)) return documents(gateway, ID.test(text) ? { id: text } : { q: text }, limit);
  const call = { operation: 'contact.list', path: '/public/v1/contacts', query: { email: text } } as const;
  const [contact] = (await gateway.read(call, ContactRows)).results;
  return contact === undefined ? [] : documents(gateway, { contact_id: contact.id }, limit);
}

async function documents(gateway: PandaDocGateway, by: Record<string, string>, limit: number): Promise<FoundSubject[]> {
  const query = { ...by, order_by: '-date_modified', count: limit, page: 1 };
  const call = { operation: 'document.list', path: '/public/v1/documents', query } as const;
  const { results } = await gateway.read(call, DocumentRows);
  return results.map(({ id, name }) => ({ type: 'document', id, name }));
}
