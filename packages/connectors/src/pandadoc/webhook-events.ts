import type { Json, JsonObject } from '@tandem/recipes';
import { z } from 'zod';
import { ConnectorError, type Problem } from '../sdk/connector-error.js';
import { said, verbatim } from '../sdk/said.js';
import type { IncomingEvent } from '../sdk/trigger.js';
import { LinkedObject } from './answers/document-answer.js';
import { dealIdOf } from './documents.js';
import { storable } from './storable.js';
import { identityOf } from './event-identity.js';
import { stateOf } from './event-state.js';
import { creationFailed, documentStatusChanged, triggerOfEvent } from './triggers/document-triggers.js';

const Envelope = z.looseObject({ event: z.string().min(1), data: z.json().optional() });

/** PandaDoc's times are UTC with microseconds; other zones are brought to UTC, a missing one means UTC. */
const Time = z.iso
  .datetime({ offset: true, local: true })
  .refine((time) => time >= '1970', 'Too early to be true')
  .transform((time) => {
    if (time.endsWith('Z')) return time;
    return /[+-]\d\d:?\d\d$/.test(time) ? new Date(time).toISOString() : `${time}Z`;
  });
const DEEPEST = 100;

const EventData = z.looseObject({
  id: z.string().min(1).max(200),
  name: z.string().nullish(),
  status: z.string().nullish(),
  date_modified: Time.nullish(),
  date_created: Time.nullish(),
  template: z.looseObject({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
  linked_objects: z.array(LinkedObject).nullish(),
  action_by: z.looseObject({ id: z.string().nullish() }).nullish(),
  error: z.looseObject({ detail: z.json().optional() }).nullish(),
});
type EventData = z.output<typeof EventData>;

const StateChange = EventData.extend({ status: z.string().min(1) });

/**
 * The events of a delivery: a JSON array, possibly of several events of several documents. Kinds that no trigger
 * stands for are left out. Throws ConnectorError `validation` that names the index and key of what is wrong.
 */
export function readEvents(body: Uint8Array): IncomingEvent[] {
  const parsed = parseJson(body);
  if (!Array.isArray(parsed)) throw refused('the body is not an array of events');
  return parsed.flatMap(readEvent);
}

function parseJson(body: Uint8Array): Json {
  let value: Json;
  try {
    // JSON.parse gives JSON by definition.
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as Json;
  } catch {
    throw refused('the body is not JSON');
  }
  if (isDeeperThan(DEEPEST, value)) throw refused(`it is nested deeper than ${DEEPEST} levels`);
  return storable(value);
}

const isDeeperThan = (levels: number, value: Json): boolean =>
  value !== null &&
  typeof value === 'object' &&
  (levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner)));

function readEvent(item: Json, index: number): IncomingEvent[] {
  const { event, data } = check(Envelope, item, [index]);
  const trigger = triggerOfEvent.get(event);
  if (trigger === undefined) return [];
  const schema = trigger.key === documentStatusChanged.key ? StateChange : EventData;
  return [toIncoming(trigger.key, event, check(schema, data, [index, 'data']), data)];
}

function toIncoming(trigger: string, event: string, data: EventData, whole: Json | undefined): IncomingEvent {
  const status = data.status ?? null;
  const dealId = data.linked_objects === undefined ? undefined : dealIdOf(data.linked_objects ?? []);
  const templateId = data.template === undefined ? undefined : (data.template?.id ?? null);
  const occurredAt = data.date_modified ?? null;
  const name = data.name ?? '';
  const forRecipes: JsonObject = {
    document_id: data.id,
    document_name: name,
    status,
    template_id: templateId ?? null,
    template_name: data.template?.name ?? null,
    deal_id: dealId ?? null,
    occurred_at: occurredAt ?? '',
  };
  return {
    trigger,
    identity: identityOf(event, data, whole),
    ...stateOf(trigger, status),
    occurredAt,
    subject: { type: 'document', id: data.id, ...(name === '' ? {} : { label: name }) },
    dealId,
    templateId,
    ...(trigger === documentStatusChanged.key
      ? { changes: [{ type: 'document', id: data.id, property: 'status', after: status }] }
      : {}),
    data: trigger === creationFailed.key ? { ...forRecipes, error: failureOf(data) } : forRecipes,
  };
}

function failureOf({ error }: EventData): string | null {
  const detail = error?.detail;
  if (detail === undefined || detail === null) return null;
  return typeof detail === 'string' ? detail : JSON.stringify(detail);
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, path: PropertyKey[]): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({
    subject: [...path, ...issue.path].join('.'),
    message: verbatim(issue.message),
  }));
  const [first] = problems;
  throw refused(first === undefined ? said`it is malformed` : `${first.subject}: ${first.message}`, problems);
}

const refused = (why: string, problems: Problem[] = []): ConnectorError =>
  new ConnectorError('validation', said`This is not a webhook of PandaDoc: ${why}.`, { problems });
