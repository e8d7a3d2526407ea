import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/objects/models/AssociationSpec.js';
import type { BatchResponseSimplePublicObject } from '@hubspot/api-client/lib/codegen/crm/objects/models/BatchResponseSimplePublicObject.js';
import type { BatchResponseSimplePublicObjectWithErrors } from '@hubspot/api-client/lib/codegen/crm/objects/models/BatchResponseSimplePublicObjectWithErrors.js';
import type { PublicAssociationsForObject } from '@hubspot/api-client/lib/codegen/crm/objects/models/PublicAssociationsForObject.js';
import type { PublicObjectSearchRequest } from '@hubspot/api-client/lib/codegen/crm/objects/models/PublicObjectSearchRequest.js';
import type { StandardError } from '@hubspot/api-client/lib/codegen/crm/objects/models/StandardError.js';
import type { PublicOwner } from '@hubspot/api-client/lib/codegen/crm/owners/models/PublicOwner.js';
import type { Pipeline } from '@hubspot/api-client/lib/codegen/crm/pipelines/models/Pipeline.js';
import type { Property } from '@hubspot/api-client/lib/codegen/crm/properties/models/Property.js';
import { z } from 'zod';
import { said, verbatim } from '../sdk/said.js';
import { shortReason } from './error-body.js';
import type { PropertyDefinition } from './properties/definition.js';
import type {
  AssociatedRecord,
  NewRecord,
  OwnerInfo,
  PipelineInfo,
  PortalInfo,
  RefusedRecord,
  Search,
} from './records.js';

/** Amounts of every portal, where HubSpot does not tell that they are. */
const MONEY: ReadonlySet<string> = new Set(['amount', 'price', 'discount']);

/** The SDK's types promise more than HubSpot does, so what is read here is read as if it could be absent. */
export function toDefinition(property: Partial<Property>): PropertyDefinition {
  const name = property.name ?? '';
  return {
    name,
    label: property.label ?? name,
    type: property.type ?? 'string',
    fieldType: property.fieldType ?? 'text',
    options: (property.options ?? []).map(({ label, value, hidden }) => ({ label, value, hidden })),
    externalOptions: property.externalOptions ?? false,
    referencedObjectType: property.referencedObjectType ?? null,
    calculated: property.calculated ?? false,
    readOnlyValue: property.modificationMetadata?.readOnlyValue ?? false,
    hidden: property.hidden ?? false,
    archived: property.archived ?? false,
    hubspotDefined: property.hubspotDefined ?? false,
    isMoney: property.showCurrencySymbol ?? MONEY.has(name),
  };
}

export function toPipeline(pipeline: Pipeline): PipelineInfo {
  const stages = pipeline.stages.filter((stage) => !stage.archived);
  return {
    id: pipeline.id,
    label: pipeline.label,
    stages: stages.sort((a, b) => a.displayOrder - b.displayOrder).map(({ id, label }) => ({ id, label })),
  };
}

export function toOwner(owner: PublicOwner): OwnerInfo {
  const name = [owner.firstName, owner.lastName].filter((part) => part !== undefined && part !== '').join(' ');
  const email = owner.email ?? null;
  return { id: owner.id, name: name === '' ? (email ?? owner.id) : name, email };
}

/** Associated ids were numbers in older answers. */
export function toAssociated(one: {
  toObjectId: string | number;
  associationTypes: { category: string; typeId: number }[];
}): AssociatedRecord {
  return {
    id: String(one.toObjectId),
    types: one.associationTypes.map(({ category, typeId }) => ({ category, typeId })),
  };
}

/** The time of the newest entry of each property's history. */
export function toLastChanges(
  histories: Record<string, { timestamp: Date }[]> | undefined,
): Map<string, Date> | undefined {
  if (histories === undefined) return undefined;
  return new Map(
    Object.entries(histories).flatMap(([name, entries]) => {
      const times = entries.map((entry) => entry.timestamp.getTime()).filter((time) => !Number.isNaN(time));
      return times.length === 0 ? [] : [[name, new Date(Math.max(...times))] as const];
    }),
  );
}

const Portal = z.object({
  portalId: z.coerce.string(),
  uiDomain: z.string().nullish(),
  companyCurrency: z.string().nullish(),
  timeZone: z.string().nullish(),
});

export function toPortal(body: unknown): PortalInfo {
  const portal = Portal.parse(body);
  return {
    portalId: portal.portalId,
    uiDomain: portal.uiDomain ?? null,
    currency: portal.companyCurrency ?? null,
    timeZone: knownTimeZone(portal.timeZone ?? undefined),
  };
}

/** undefined: the answer does not tell. */
export const toScopes = (body: unknown): string[] | undefined =>
  z.looseObject({ scopes: z.array(z.string()) }).safeParse(body).data?.scopes;

/** HubSpot's zone names have been seen to be unknown to a runtime; those count as none. */
function knownTimeZone(timeZone: string | undefined): string | undefined {
  try {
    return timeZone === undefined ? undefined : new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

export const toUploadedId = (body: unknown): string => z.object({ id: z.coerce.string() }).parse(body).id;

export function associationSpecs(record: NewRecord): PublicAssociationsForObject[] {
  const type = { associationCategory: Category.HubspotDefined, associationTypeId: record.associationTypeId };
  return [{ to: { id: record.dealId }, types: [type] }];
}

export function toSearchRequest(search: Search): PublicObjectSearchRequest {
  const request = {
    ...(search.query === undefined ? {} : { query: search.query }),
    filterGroups: search.groups.map((filters) => ({ filters })),
    sorts: [{ propertyName: search.sortBy, direction: search.descending === true ? 'DESCENDING' : 'ASCENDING' }],
    properties: [...search.properties],
    limit: search.limit,
    after: search.after ?? '0',
  };
  // The SDK types sorts as strings and operators as its own enum; HubSpot documents what stands above.
  return request as unknown as PublicObjectSearchRequest;
}

/** What a 207 refused. Absent fields are common. */
export function refusedRecords(
  answer: BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors,
): RefusedRecord[] {
  const errors: Partial<StandardError>[] = 'errors' in answer ? (answer.errors ?? []) : [];
  return errors.map((error) => {
    const trace = error.context?.objectWriteTraceId?.[0];
    const details = (error.errors ?? []).map((detail) => shortReason(detail.message));
    return {
      index: trace === undefined ? undefined : Number(trace),
      id: error.context?.ids?.[0] ?? error.context?.id?.[0],
      category: error.category ?? '',
      message:
        details.length > 0
          ? verbatim(details.join('; '))
          : shortReason(error.message ?? said`refused without a reason`),
    };
  });
}
