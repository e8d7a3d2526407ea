import { z } from 'zod';
import { ConnectorError } from '../sdk/connector-error.js';
import { said } from '../sdk/said.js';
import type { Nudges, Touched } from '../sdk/trigger.js';
import { isSignedV3, signedV3 } from './signature.js';

/** The most that HubSpot puts into one request. */
const MOST = 100;

const RecordId = z
  .union([z.int().nonnegative(), z.string().regex(/^\d{1,20}$/)])
  .transform(String)
  .nullish();

const Told = z.looseObject({
  portalId: RecordId,
  subscriptionType: z.string().max(200).nullish(),
  eventType: z.string().max(200).nullish(),
  objectTypeId: z.string().max(50).nullish(),
  objectId: RecordId,
  associationType: z.string().max(200).nullish(),
  fromObjectId: RecordId,
  toObjectId: RecordId,
});
type Told = z.output<typeof Told>;

/** HubSpot's names of what we look at, also in the generic `object.*` subscriptions. */
const TYPES: Readonly<Record<string, string>> = {
  deal: 'deal',
  '0-3': 'deal',
  line_item: 'line_item',
  '0-8': 'line_item',
};

/** Deals and line items that were created, changed, deleted, restored or linked. What changed is read afterwards. */
export const nudges: Nudges = {
  secretOf: (credentials) =>
    z.looseObject({ client_secret: z.string().min(1) }).safeParse(credentials).data?.client_secret,
  verify: isSignedV3,
  sign: signedV3,

  parse(body) {
    const parsed = z.array(Told).max(MOST).safeParse(jsonOf(body));
    if (!parsed.success) throw refused(parsed.error.issues[0]);
    return parsed.data.flatMap((told) =>
      touchedBy(told).map((touched) => ({ ...touched, account: told.portalId ?? '' })),
    );
  },
};

function touchedBy(told: Told): Touched[] {
  const [subject = '', happened = ''] = (told.subscriptionType ?? told.eventType ?? '').split('.');
  if (happened === 'associationChange') return endsOf(told);
  const type = TYPES[subject === 'object' ? (told.objectTypeId ?? '') : subject];
  return type !== undefined && told.objectId != null ? [{ type, id: told.objectId }] : [];
}

/** `DEAL_TO_LINE_ITEM`: the deal is looked at, and so is the item, which may have gone to another deal. */
function endsOf({ associationType, fromObjectId, toObjectId }: Told): Touched[] {
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
