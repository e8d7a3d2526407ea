import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { allow } from './auth.js';
import { ApiError, validationError, type ErrorDetail } from './errors.js';
import { seekRecord } from './find-record.js';
import { parse, QueryFlag } from './http.js';
import type { Ref } from './links.js';
import { objectType, type ObjectType } from './object-types.js';
import { AssociationInputs, OBJECT_PATHS, presentWritten, WrittenProperties } from './objects.js';
import { presentRecord } from './present-record.js';
import { archiveRecords, changeRecord, insertRecord, insertRecords, prepareRecord } from './records.js';
import { settle } from './rollups.js';
import type { StoredRecord } from './state.js';
import { refuseSharedValues } from './validation.js';
import { instant, type HubSpotWorld } from './world.js';

const MAX_INPUTS = 100;
const Id = z.coerce.string();
const trace = { objectWriteTraceId: z.string().optional() };

const inputs = <T extends z.ZodType>(input: T) => z.object({ inputs: z.array(input) });

const CreateInput = z.object({
  properties: WrittenProperties,
  associations: AssociationInputs.optional(),
  ...trace,
});
const ChangeInput = z.object({
  id: Id,
  idProperty: z.string().optional(),
  properties: WrittenProperties,
  ...trace,
});
const CreateBody = inputs(CreateInput);
const ChangeBody = inputs(ChangeInput);
const ReadBody = inputs(z.object({ id: Id })).extend({
  properties: z.array(z.string()).default([]),
  idProperty: z.string().optional(),
});
const ArchiveBody = inputs(z.object({ id: Id }));

type CreateOne = z.infer<typeof CreateInput>;
type ChangeOne = z.infer<typeof ChangeInput>;
type OfType = { Params: { type: string } };
type Request = FastifyRequest<OfType>;
type Batch = { results: unknown[]; errors: BatchError[]; success: number };

/** An entry of `errors` in a 207. */
export interface BatchError {
  status: 'error';
  category: string;
  message: string;
  context: Record<string, string[]>;
  errors: ErrorDetail[];
  links: Record<string, string>;
}

/** Up to 100 records at once. A 207 tells which inputs failed; what was fine is done all the same. */
export function batchRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  const route = (action: string, run: (type: ObjectType, request: Request) => Batch): void => {
    for (const base of OBJECT_PATHS) {
      app.post<OfType>(`${base}/:type/batch/${action}`, (request, reply) => {
        const type = objectType(request.params.type);
        allow(world, request, action === 'read' ? type.read : type.write);
        return answerBatch(world, reply, run(type, request));
      });
    }
  };
  route('create', (type, request) => createAll(world, type, capped(parse(CreateBody, request.body).inputs)));
  route('read', (type, request) => readAll(world, type, request));
  route('update', (type, request) => changeAll(world, type, capped(parse(ChangeBody, request.body).inputs), false));
  route('upsert', (type, request) => changeAll(world, type, capped(parse(ChangeBody, request.body).inputs), true));
  for (const base of OBJECT_PATHS) {
    app.post<OfType>(`${base}/:type/batch/archive`, (request, reply) => {
      archiveAll(world, request);
      return reply.code(204).send();
    });
  }
}

/** 207 when anything failed, else the action's own success code; both with the times of the batch. */
export function answerBatch(world: HubSpotWorld, reply: FastifyReply, { results, errors, success }: Batch): unknown {
  const now = instant(world.now());
  reply.code(errors.length > 0 ? 207 : success);
  const failures = errors.length > 0 ? { numErrors: errors.length, errors } : {};
  return { status: 'COMPLETE', results, ...failures, startedAt: now, completedAt: now };
}

function capped<T>(all: T[]): T[] {
  if (all.length <= MAX_INPUTS) return all;
  throw validationError(`The batch holds ${all.length} inputs, but at most ${MAX_INPUTS} are allowed.`);
}

/** Only when every input carries a trace id of its own does one bad input leave the others alone. */
function createAll(world: HubSpotWorld, type: ObjectType, all: CreateOne[]): Batch {
  const traces = new Set(all.map(({ objectWriteTraceId }) => objectWriteTraceId));
  const traced = traces.size === all.length && !traces.has(undefined);
  if (!traced) {
    const prepared = all.map((input) => prepareRecord(world.state, type, input));
    refuseSharedValues(
      world.state,
      type,
      prepared.map(({ properties }) => properties),
    );
    const records = insertRecords(world, type, prepared);
    return {
      results: records.map((record, at) => presentInput(world, type, record, all[at])),
      errors: [],
      success: 201,
    };
  }
  const touched: Ref[] = [];
  const batch = eachInput(all, 201, (input) => {
    const record = insertRecord(world, type, prepareRecord(world.state, type, input));
    touched.push({ type: type.id, id: record.id });
    return presentInput(world, type, record, input);
  });
  settle(world, touched);
  world.onChange?.();
  return batch;
}

function presentInput(
  world: HubSpotWorld,
  type: ObjectType,
  record: StoredRecord,
  input: { properties: Record<string, unknown>; objectWriteTraceId?: string | undefined } | undefined,
): Record<string, unknown> {
  const traceId = input?.objectWriteTraceId;
  return {
    ...presentWritten(world, type, record, input?.properties ?? {}),
    ...(traceId !== undefined && { objectWriteTraceId: traceId }),
  };
}

function changeAll(world: HubSpotWorld, type: ObjectType, all: ChangeOne[], upsert: boolean): Batch {
  refuseDuplicates(all.map(({ id }) => id));
  const touched: Ref[] = [];
  const batch = eachInput(all, 200, (input) => {
    if (upsert && input.idProperty === undefined) throw validationError('idProperty is required to upsert a record');
    const known = seekRecord(world.state, type, input.id, input);
    const record = known ?? (upsert ? insertKeyed(world, type, input) : undefined);
    if (!record) throw notThere(type, input.id);
    if (known) changeRecord(world, type, record, input.properties);
    touched.push({ type: type.id, id: record.id });
    return { ...presentInput(world, type, record, input), ...(upsert && { new: !known }) };
  });
  settle(world, touched);
  world.onChange?.();
  return batch;
}

const notThere = (type: ObjectType, id: string): ApiError =>
  new ApiError(404, `${type.singular} ${id} does not exist`, { category: 'OBJECT_NOT_FOUND' });

function insertKeyed(world: HubSpotWorld, type: ObjectType, input: ChangeOne): StoredRecord {
  const properties = { ...input.properties, [input.idProperty ?? '']: input.id };
  return insertRecord(world, type, prepareRecord(world.state, type, { properties }));
}

function refuseDuplicates(ids: string[]): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw validationError(`Duplicate IDs found in batch input: [${twice}]. IDs must be unique`);
}

/** Runs every input for itself; what HubSpot would refuse becomes an entry of `errors` that names the input. */
function eachInput<T extends { id?: string; objectWriteTraceId?: string | undefined }>(
  all: T[],
  success: number,
  run: (input: T) => unknown,
): Batch {
  const batch: Batch = { results: [], errors: [], success };
  for (const input of all) {
    try {
      batch.results.push(run(input));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      batch.errors.push(batchError(error, input));
    }
  }
  return batch;
}

function batchError(
  { message, facts }: ApiError,
  input: { id?: string; objectWriteTraceId?: string | undefined },
): BatchError {
  return {
    status: 'error',
    category: facts.category ?? 'OBJECT_NOT_FOUND',
    message,
    context: {
      ...facts.context,
      ...(input.id !== undefined && { ids: [input.id] }),
      ...(input.objectWriteTraceId !== undefined && { objectWriteTraceId: [input.objectWriteTraceId] }),
    },
    errors: facts.errors ?? [],
    links: {},
  };
}

function readAll(world: HubSpotWorld, type: ObjectType, request: Request): Batch {
  const { inputs: wanted, properties, idProperty } = parse(ReadBody, request.body);
  const { archived } = parse(z.object({ archived: QueryFlag }), request.query);
  const ids = [...new Set(capped(wanted).map(({ id }) => id))];
  const found = ids.map((id) => seekRecord(world.state, type, id, { archived, idProperty }));
  const missing = ids.filter((_, at) => !found[at]);
  const errors: BatchError[] = missing.length === 0 ? [] : [notRead(type, missing)];
  const records = found.filter((record) => record !== undefined);
  return {
    results: records.map((record) => presentRecord(world.state, type, record, properties)),
    errors,
    success: 200,
  };
}

function notRead(type: ObjectType, ids: string[]): BatchError {
  const kind = type.singular.toUpperCase();
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${kind} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids },
    errors: [],
    links: {},
  };
}

function archiveAll(world: HubSpotWorld, request: Request): void {
  const type = objectType(request.params.type);
  allow(world, request, type.write);
  const ids = capped(parse(ArchiveBody, request.body).inputs).map(({ id }) => id);
  const records = ids.map((id) => seekRecord(world.state, type, id)).filter((record) => record !== undefined);
  archiveRecords(world, type, records);
}
