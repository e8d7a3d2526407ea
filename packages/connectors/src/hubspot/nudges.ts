import { z } from 'zod';
import { ConnectorError } from '../sdk/connector-error.js';
import { said } from '../sdk/said.js';
import type { Fate } from '../sdk/fate.js';
import type { Nudges, Told } from '../sdk/trigger.js';
import { isSignedV3, signedV3 } from './signature.js';

/** The most that HubSpot puts into one request. */
const MOST = 100;
/** The latest moment that a Date can hold. */
const MOST_MS = 8.64e15;

const RecordId = z
  .union([z.int().nonnegative(), z.string().regex(/^\d{1,20}$/)])
  .transform(String)
  .nullish();

const Event = z.looseObject({
  portalId: RecordId,
  subscriptionType: z.string().max(200).nullish(),
  eventType: z.string().max(200).nullish(),
  objectTypeId: z.string().max(50).nullish(),
  objectId: RecordId,
  associationType: z.string().max(200).nullish(),
  fromObjectId: RecordId,
  toObjectId: RecordId,
  occurredAt: z.int().nonnegative().max(MOST_MS).nullish(),
  primaryObjectId: RecordId,
  mergedObjectIds: z.array(RecordId).max(MOST).nullish(),
  newObjectId: RecordId,
});
type Event = z.output<typeof Event>;
type Happening = Omit<Told, 'account'>;

/** HubSpot's names of what we look at, also in the generic `object.*` subscriptions. */
const TYPES: Readonly<Record<string, string>> = {
  deal: 'deal',
  '0-3': 'deal',
  line_item: 'line_item',
  '0-8': 'line_item',
};

/** Deals and line items that were created, changed, deleted, restored, merged or linked. What changed is read afterwards. */
export const nudges: Nudges = {
  secretOf: (credentials) =>
    z.looseObject({ client_secret: z.string().min(1) }).safeParse(credentials).data?.client_secret,
  verify: isSignedV3,
  sign: signedV3,

  parse(body) {
    const parsed = z.array(Event).max(MOST).safeParse(jsonOf(body));
    if (!parsed.success) throw refused(parsed.error.issues[0]);
    return parsed.data.flatMap((event) =>
      toldBy(event).map((happening) => ({ ...happening, account: event.portalId ?? '' })),
    );
  },
};

function toldBy(event: Event): Happening[] {
  const [subject = '', happened = ''] = (event.subscriptionType ?? event.eventType ?? '').split('.');
  if (happened === 'associationChange') return endsOf(event);
  const type = TYPES[subject === 'object' ? (event.objectTypeId ?? '') : subject];
  if (type === undefined) return [];
  if (happened === 'merge') return mergedOf(type, event);
  if (event.objectId == null) return [];
  const touched = { type, id: event.objectId };
  const fate = FATES[happened];
  return [fate === undefined ? touched : { ...touched, fate: { ...touched, happened: fate, at: momentOf(event) } }];
}

const FATES: Readonly<Record<string, Fate['happened']>> = { deletion: 'deleted', restore: 'restored' };

/**
 * Where a new record came of a merge, both that were merged went into it; else the others went into the primary one.
 * https://developers.hubspot.com/changelog/new-subscription-types-for-webhooks
 */
function mergedOf(type: string, event: Event): Happening[] {
  const { primaryObjectId, mergedObjectIds, newObjectId } = event;
  const into = newObjectId ?? primaryObjectId;
  if (into == null) return [];
  const gone = [primaryObjectId, ...(mergedObjectIds ?? [])].filter((id) => id != null && id !== into);
  const at = momentOf(event);
  return [
    { type, id: into },
    ...gone.flatMap((id): Happening[] =>
      id == null ? [] : [{ type, id, fate: { type, id, happened: 'merged', at, into } }],
    ),
  ];
}

const momentOf = ({ occurredAt }: Event): string | null =>
  occurredAt == null ? null : new Date(occurredAt).toISOString();

/** `DEAL_TO_LINE_ITEM`: the deal is looked at, and so is the item, which may have gone to another deal. */
function endsOf({ associationType, fromObjectId, toObjectId }: Event): Happening[] {
  const [from = '', to = ''] = (associationType ?? '').toLowerCase().split('_to_');
  const ends = [
    { type: TYPES[from], id: fromObjectId },
    { type: TYPES[to], id: toObjectId },
  ];
  const known = ends.flatMap(({ type, id }) => (type !== undefined && id != null ? [{ type, id }] : []));
  return known.length === ends.length ? known : [];
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw refused({ message: 'the body is not JSON', path: [] });
  }
}

function refused(issue: { message: string; path: PropertyKey[] } | undefined): ConnectorError {
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}: `;
  return new ConnectorError(
    'validation',
    said`This is not a webhook of HubSpot: ${place}${issue?.message ?? 'malformed'}.`,
  );
}
