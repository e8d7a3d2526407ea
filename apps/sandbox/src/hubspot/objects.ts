import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { allow } from './auth.js';
import { validationError } from './errors.js';
import { findRecord, survivorOf } from './find-record.js';
import { parse, QueryFlag, QueryList } from './http.js';
import { objectType, type ObjectType } from './object-types.js';
import { presentAssociations, presentRecord } from './present-record.js';
import { archiveRecords, changeRecord, insertRecords, prepareRecord } from './records.js';
import { settle } from './rollups.js';
import type { StoredRecord } from './state.js';
import type { HubSpotWorld } from './world.js';

export const OBJECT_PATHS = ['/crm/v3/objects', '/crm/objects/2026-03'];

export const WrittenProperties = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const AssociationInputs = z.array(
  z.object({
    to: z.object({ id: z.coerce.string() }),
    types: z.array(z.object({ associationCategory: z.string(), associationTypeId: z.number() })),
  }),
);

const CreateBody = z.object({ properties: WrittenProperties, associations: AssociationInputs.optional() });
const UpdateBody = z.object({ properties: WrittenProperties });

const ReadQuery = z.object({
  properties: QueryList,
  associations: QueryList,
  archived: QueryFlag,
  idProperty: z.string().optional(),
});

const ListQuery = ReadQuery.extend({ limit: z.coerce.number().int().default(10), after: z.string().optional() });

type OfType = { Params: { type: string } };
type OfRecord = { Params: { type: string; id: string } };

/** Single records: list, create, read, update, archive. */
export function objectRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  for (const base of OBJECT_PATHS) {
    app.get<OfType>(`${base}/:type`, (request) => listRecords(world, request, `${app.prefix}${base}`));
    app.post<OfType>(`${base}/:type`, (request, reply) => {
      reply.code(201);
      return createRecord(world, request);
    });
    app.get<OfRecord>(`${base}/:type/:id`, (request) => readRecord(world, request));
    app.patch<OfRecord>(`${base}/:type/:id`, (request) => updateRecord(world, request));
    app.delete<OfRecord>(`${base}/:type/:id`, (request, reply) => {
      deleteRecord(world, request);
      return reply.code(204).send();
    });
  }
}

function listRecords(world: HubSpotWorld, request: FastifyRequest<OfType>, base: string): unknown {
  const type = objectType(request.params.type);
  allow(world, request, type.read);
  const query = parse(ListQuery, request.query);
  if (query.limit < 1 || query.limit > 100) throw validationError('limit must be between 1 and 100');
  const after = Number(query.after ?? 0);
  const matching = Object.values(world.state.records[type.id] ?? {}).filter(
    ({ id, archived }) => archived === query.archived && Number(id) > after,
  );
  const page = matching.slice(0, query.limit);
  const last = matching.length > page.length ? page.at(-1)?.id : undefined;
  const link = `https://api.hubapi.com${base}/${type.name}?limit=${query.limit}&after=${last ?? ''}`;
  return {
    results: page.map((record) => withAssociations(world, request, type, record, query)),
    ...(last !== undefined && { paging: { next: { after: last, link } } }),
  };
}

function createRecord(world: HubSpotWorld, request: FastifyRequest<OfType>): unknown {
  const type = objectType(request.params.type);
  allow(world, request, type.write);
  const body = parse(CreateBody, request.body);
  const records = insertRecords(world, type, [prepareRecord(world.state, type, body)]);
  return records.map((record) => presentWritten(world, type, record, body.properties))[0];
}

/** An answer to a write holds what was written and the stamps, not the whole record. */
export function presentWritten(
  world: HubSpotWorld,
  type: ObjectType,
  record: StoredRecord,
  written: Record<string, unknown>,
): Record<string, unknown> {
  return presentRecord(world.state, type, record, Object.keys(written));
}

function readRecord(world: HubSpotWorld, request: FastifyRequest<OfRecord>): unknown {
  const type = objectType(request.params.type);
  allow(world, request, type.read);
  const query = parse(ReadQuery, request.query);
  const id = query.idProperty === undefined ? survivorOf(world.state, type, request.params.id) : request.params.id;
  const record = findRecord(world.state, type, id, query);
  return withAssociations(world, request, type, record, query);
}

function withAssociations(
  world: HubSpotWorld,
  request: FastifyRequest,
  type: ObjectType,
  record: StoredRecord,
  query: { properties: string[]; associations: string[] },
): Record<string, unknown> {
  for (const name of query.associations) allow(world, request, objectType(name).read);
  return {
    ...presentRecord(world.state, type, record, query.properties),
    ...presentAssociations(
      world.state,
      type,
      record,
      query.associations,
      (to) => `https://api.hubapi.com/crm/v4/objects/${type.name}/${record.id}/associations/${to.name}`,
    ),
  };
}

function updateRecord(world: HubSpotWorld, request: FastifyRequest<OfRecord>): unknown {
  const type = objectType(request.params.type);
  allow(world, request, type.write);
  const { properties } = parse(UpdateBody, request.body);
  const { idProperty } = parse(ReadQuery, request.query);
  const record = findRecord(world.state, type, request.params.id, { idProperty });
  changeRecord(world, type, record, properties);
  settle(world, [{ type: type.id, id: record.id }]);
  world.onChange?.();
  return presentWritten(world, type, record, properties);
}

function deleteRecord(world: HubSpotWorld, request: FastifyRequest<OfRecord>): void {
  const type = objectType(request.params.type);
  allow(world, request, type.write);
  const { id } = request.params;
  // A record that is in the recycle bin already is deleted once more without complaint.
  const binned = world.state.records[type.id]?.[id]?.archived === true;
  archiveRecords(world, type, [findRecord(world.state, type, id, { archived: binned })]);
}
