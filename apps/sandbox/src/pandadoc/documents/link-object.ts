import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { notFound, requestError } from '../http/api-error.js';
import type { Document, LinkedObject } from '../model/document.js';
import type { JsonObject } from '../model/json.js';
import type { PandaDocState, PandaDocWorld } from '../state.js';
import { touch } from './move-status.js';

const Required = z.string({ error: 'This field is required.' }).min(1, 'This field may not be blank.');
export const LinkInput = z.object({ provider: Required, entity_type: Required, entity_id: Required });
export type LinkInput = z.output<typeof LinkInput>;

export const LinkQuery = LinkInput.extend({
  order_by: z.enum(['date_created', '-date_created']).default('-date_created'),
  owner_ids: z.union([z.string(), z.array(z.string())]).optional(),
});

/**
 * Ties a document to an object of a connected CRM; this workspace has HubSpot only.
 * @throws ApiError 400 for another CRM, a deal that does not exist, or a second link to the same CRM
 */
export function linkObject(world: PandaDocWorld, document: Document, input: LinkInput): LinkedObject {
  if (input.provider !== 'hubspot' || input.entity_type !== 'deal') {
    throw requestError({ provider: [`The workspace has no ${input.provider} integration for ${input.entity_type}.`] });
  }
  if (!world.hubspotDealExists(input.entity_id)) {
    throw requestError({ entity_id: [`Deal ${input.entity_id} does not exist in HubSpot.`] });
  }
  if (document.linked_objects.some(({ provider }) => provider === input.provider)) {
    throw requestError({ non_field_errors: ['The document is already linked to an object of this provider.'] });
  }
  const linked: LinkedObject = { id: randomUUID(), ...input };
  document.linked_objects.push(linked);
  touch(world, document);
  return linked;
}

/** @throws ApiError 404 when the document has no such link */
export function unlinkObject(world: PandaDocWorld, document: Document, linkId: string): void {
  const rest = document.linked_objects.filter(({ id }) => id !== linkId);
  if (rest.length === document.linked_objects.length) throw notFound();
  document.linked_objects = rest;
  touch(world, document);
}

/** The documents of one CRM object, as a bare array. */
export function documentsOfObject(state: PandaDocState, query: z.output<typeof LinkQuery>): JsonObject[] {
  const owners = query.owner_ids === undefined ? [] : [query.owner_ids].flat();
  const found = state.documents.filter(
    ({ deleted, owner_id, linked_objects }) =>
      !deleted &&
      (owners.length === 0 || owners.includes(owner_id)) &&
      linked_objects.some(
        ({ provider, entity_type, entity_id }) =>
          provider === query.provider && entity_type === query.entity_type && entity_id === query.entity_id,
      ),
  );
  const ascending = found.toSorted((a, b) => (a.date_created < b.date_created ? -1 : 1));
  return (query.order_by === 'date_created' ? ascending : ascending.reverse()).map((document) => ({
    id: document.id,
    status: document.status,
    date_created: document.date_created,
    template_id: document.template.id,
  }));
}
