import type { Account, LinkedDocument } from '../sdk/connector.js';
import { Member } from './answers/account-answer.js';
import { DocumentsOfEntity } from './answers/document-answer.js';
import type { PandaDocGateway } from './client.js';

/** The workspace that the key belongs to. */
export async function readAccount(gateway: PandaDocGateway): Promise<Account> {
  const path = '/public/v1/members/current';
  const member = await gateway.read({ operation: 'member.current', path }, Member);
  const name = member.workspace_name ?? '';
  return { id: member.workspace ?? member.email, name: name === '' ? member.email : name };
}

/** The documents linked to a HubSpot deal, newest first. */
export async function documentsOfDeal(gateway: PandaDocGateway, dealId: string): Promise<LinkedDocument[]> {
  const path = '/public/v1/documents/linked-objects';
  const query = { provider: 'hubspot', entity_type: 'deal', entity_id: dealId, order_by: '-date_created' };
  const documents = await gateway.read({ operation: 'linked_objects.find', path, query }, DocumentsOfEntity);
  return documents.map(({ id, status, template_id: templateId }) => ({ documentId: id, status, templateId }));
}
