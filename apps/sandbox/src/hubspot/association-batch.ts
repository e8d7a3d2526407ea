import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  associate,
  associateByDefault,
  existing,
  pageOf,
  presentLinked,
  separate,
  settleDeals,
  Specs,
} from './associations.js';
import { allow } from './auth.js';
import { answerBatch, type BatchError } from './batch.js';
import { ApiError, validationError } from './errors.js';
import { seekRecord } from './find-record.js';
import { parse } from './http.js';
import { linksOf, unlabel, type Ref } from './links.js';
import { objectType, type ObjectType } from './object-types.js';
import { associationBySpec } from './records.js';
import { instant, type HubSpotWorld } from './world.js';

const V4 = '/crm/v4/associations';
const DATED = '/crm/associations/2026-03';
const PAGE = 500;

const Id = z.object({ id: z.coerce.string() });
const ReadBody = z.object({ inputs: z.array(Id.extend({ after: z.string().optional() })) });
const PairsBody = z.object({ inputs: z.array(z.object({ from: Id, to: Id })) });
const LabelledBody = z.object({ inputs: z.array(z.object({ from: Id, to: Id, types: Specs })) });
const ArchiveBody = z.object({ inputs: z.array(z.object({ from: Id, to: z.array(Id) })) });

type Types = { Params: { from: string; to: string } };
type Request = FastifyRequest<Types>;
interface Ends {
  from: ObjectType;
  to: ObjectType;
}

/** Many associations at once: 1,000 inputs to read, 2,000 to create, 100 to archive. */
export function associationBatchRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  for (const base of [V4, DATED]) {
    const path = (action: string): string => `${base}/:from/:to/batch/${action}`;
    app.post<Types>(path('read'), (request, reply) => {
      const { results, errors } = readAll(world, request);
      return answerBatch(world, reply, { results, errors, success: 200 });
    });
    app.post<Types>(path('create'), (request, reply) => {
      const { results, errors } = createAll(world, request);
      return answerBatch(world, reply, { results, errors, success: 201 });
    });
    app.post<Types>(path('associate/default'), (request) => {
      const { from, to } = ends(world, request, 'write');
      const pairs = capped(parse(PairsBody, request.body).inputs, 2000);
      return {
        status: 'COMPLETE',
        ...associateByDefault(
          world,
          pairs.map((pair) => refs(world, from, to, pair)),
        ),
      };
    });
    for (const [action, run] of [
      ['archive', archiveAll],
      ['labels/archive', archiveLabels],
    ] as const) {
      app.post<Types>(path(action), (request, reply) => {
        run(world, request);
        const now = instant(world.now());
        if (base === V4) return reply.code(204).send();
        return { status: 'COMPLETE', results: [], startedAt: now, completedAt: now };
      });
    }
  }
}

function ends(world: HubSpotWorld, request: Request, right: 'read' | 'write'): Ends {
  const from = objectType(request.params.from);
  const to = objectType(request.params.to);
  allow(world, request, from[right]);
  allow(world, request, to[right]);
  return { from, to };
}

function refs(
  world: HubSpotWorld,
  from: ObjectType,
  to: ObjectType,
  pair: { from: { id: string }; to: { id: string } },
): { from: Ref; to: Ref } {
  return { from: existing(world, from, pair.from.id), to: existing(world, to, pair.to.id) };
}

function capped<T>(inputs: T[], most: number): T[] {
  if (inputs.length <= most) return inputs;
  throw validationError(`The batch holds ${inputs.length} inputs, but at most ${most} are allowed.`);
}

function readAll(world: HubSpotWorld, request: Request): { results: unknown[]; errors: BatchError[] } {
  const { from, to } = ends(world, request, 'read');
  const results: unknown[] = [];
  const errors: BatchError[] = [];
  for (const { id, after } of capped(parse(ReadBody, request.body).inputs, 1000)) {
    const known = seekRecord(world.state, from, id) !== undefined;
    const page = pageOf(known ? linksOf(world.state, { type: from.id, id }, to.id) : [], PAGE, after);
    if (page.links.length === 0) {
      errors.push(nothingLinked(from, to, id));
      continue;
    }
    const paging = page.after === undefined ? {} : { paging: { next: { after: page.after } } };
    results.push({ from: { id }, to: page.links.map(presentLinked), ...paging });
  }
  return { results, errors };
}

function nothingLinked(from: ObjectType, to: ObjectType, id: string): BatchError {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `No ${to.singular} is associated with ${from.singular} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from.singular], toObjectType: [to.singular] },
    errors: [],
    links: {},
  };
}

function createAll(world: HubSpotWorld, request: Request): { results: unknown[]; errors: BatchError[] } {
  const { from, to } = ends(world, request, 'write');
  const results: unknown[] = [];
  const errors: BatchError[] = [];
  const touched: Ref[] = [];
  for (const input of capped(parse(LabelledBody, request.body).inputs, 2000)) {
    try {
      const pair = refs(world, from, to, input);
      results.push(associate(world, pair.from, pair.to, input.types));
      touched.push(pair.from, pair.to);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      errors.push(notAssociated(error, input.from.id, input.to.id));
    }
  }
  settleDeals(world, touched);
  return { results, errors };
}

const notAssociated = ({ message, facts }: ApiError, fromId: string, toId: string): BatchError => ({
  status: 'error',
  category: facts.category ?? 'OBJECT_NOT_FOUND',
  message,
  context: { fromObjectId: [fromId], toObjectId: [toId] },
  errors: facts.errors ?? [],
  links: {},
});

function archiveAll(world: HubSpotWorld, request: Request): void {
  const { from, to } = ends(world, request, 'write');
  const inputs = capped(parse(ArchiveBody, request.body).inputs, 100);
  const pairs = inputs.flatMap((input) =>
    input.to.map(({ id }) => ({ from: { type: from.id, id: input.from.id }, to: { type: to.id, id } })),
  );
  separate(world, pairs);
}

function archiveLabels(world: HubSpotWorld, request: Request): void {
  const { from, to } = ends(world, request, 'write');
  const touched: Ref[] = [];
  for (const input of capped(parse(LabelledBody, request.body).inputs, 100)) {
    const pair = { from: { type: from.id, id: input.from.id }, to: { type: to.id, id: input.to.id } };
    for (const spec of input.types) {
      unlabel(world.state, pair.from, pair.to, associationBySpec(world.state, from.id, spec));
    }
    touched.push(pair.from, pair.to);
  }
  settleDeals(world, touched);
}
