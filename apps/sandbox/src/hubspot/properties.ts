import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { allow } from './auth.js';
import { answerBatch, type BatchError } from './batch.js';
import { ApiError, objectNotFound, validationError } from './errors.js';
import { parse, QueryFlag } from './http.js';
import { objectType, type ObjectType } from './object-types.js';
import { definitionOf, definitionsOf } from './property-definitions.js';
import type { PropertyDefinition } from './state.js';
import { instant, type HubSpotWorld } from './world.js';

const PATHS = ['/crm/v3/properties', '/crm/properties/2026-03'];
const NAME = /^[a-z][a-z0-9_]{0,99}$/;
const MAX_UNIQUE = 10;

const Option = z.object({
  label: z.string(),
  value: z.string(),
  displayOrder: z.number().int().optional(),
  hidden: z.boolean().default(false),
  description: z.string().default(''),
});

const Changes = z.object({
  label: z.string().optional(),
  type: z.enum(['bool', 'date', 'datetime', 'enumeration', 'number', 'phone_number', 'string']).optional(),
  fieldType: z
    .enum([
      ...['booleancheckbox', 'calculation_equation', 'checkbox', 'date', 'file', 'html'],
      ...['number', 'phonenumber', 'radio', 'select', 'text', 'textarea'],
    ] as const)
    .optional(),
  groupName: z.string().optional(),
  description: z.string().optional(),
  options: z.array(Option).optional(),
  displayOrder: z.number().int().optional(),
  hidden: z.boolean().optional(),
  formField: z.boolean().optional(),
});

const Creation = Changes.required({ label: true, type: true, fieldType: true, groupName: true }).extend({
  name: z.string(),
  hasUniqueValue: z.boolean().default(false),
  externalOptions: z.boolean().default(false),
});

const Names = z.object({ inputs: z.array(z.object({ name: z.string() })) });

type OfType = { Params: { type: string } };
type OfProperty = { Params: { type: string; name: string } };

/** Property definitions: list, read, create, change, archive. */
export function propertyRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  for (const base of PATHS) {
    app.get<OfType>(`${base}/:type`, (request) => {
      const type = readable(world, request);
      const { archived } = parse(z.object({ archived: QueryFlag }), request.query);
      return { results: definitionsOf(world.state, type.id).filter((one) => one.archived === archived) };
    });
    app.post<OfType>(`${base}/:type`, (request, reply) => {
      const type = changeable(world, request);
      return reply.code(201).send(createProperty(world, type, parse(Creation, request.body)));
    });
    app.post<OfType>(`${base}/:type/batch/read`, (request, reply) => {
      const type = readable(world, request);
      const names = parse(Names, request.body).inputs.map(({ name }) => name);
      return answerBatch(world, reply, { ...readMany(world, type, names), success: 200 });
    });
    app.get<OfProperty>(`${base}/:type/:name`, (request) => {
      const type = readable(world, request);
      return existing(world, type, request.params.name);
    });
    app.patch<OfProperty>(`${base}/:type/:name`, (request) => {
      const type = changeable(world, request);
      return changeProperty(world, type, request.params.name, parse(Changes, request.body));
    });
    app.delete<OfProperty>(`${base}/:type/:name`, (request, reply) => {
      const type = changeable(world, request);
      const definition = custom(world, type, request.params.name);
      store(world, type, { ...definition, archived: true });
      return reply.code(204).send();
    });
  }
}

function readable(world: HubSpotWorld, request: FastifyRequest<OfType>): ObjectType {
  const type = objectType(request.params.type);
  allow(world, request, [...type.read, ...type.write, `crm.schemas.${type.name}.read`]);
  return type;
}

/** Line items and products have no schema scope of their own: the legacy `e-commerce` scope covers them. */
function changeable(world: HubSpotWorld, request: FastifyRequest<OfType>): ObjectType {
  const type = objectType(request.params.type);
  const legacy = type.write.filter((scope) => scope === 'e-commerce' || scope === 'tickets');
  allow(world, request, legacy.length > 0 ? legacy : [`crm.schemas.${type.name}.write`]);
  return type;
}

function existing(world: HubSpotWorld, type: ObjectType, name: string): PropertyDefinition {
  const definition = definitionOf(world.state, type.id, name);
  if (!definition || definition.archived) throw objectNotFound(`Property ${name} does not exist on ${type.name}`);
  return definition;
}

function readMany(
  world: HubSpotWorld,
  type: ObjectType,
  names: string[],
): { results: PropertyDefinition[]; errors: BatchError[] } {
  const found = names.map((name) => definitionOf(world.state, type.id, name));
  const results = found.filter((definition) => definition !== undefined).filter(({ archived }) => !archived);
  const missing = names.filter((_, at) => found[at]?.archived !== false);
  const errors = missing.map((name) => ({
    status: 'error' as const,
    category: 'OBJECT_NOT_FOUND',
    message: `Property ${name} does not exist on ${type.name}`,
    context: { name: [name] },
    errors: [],
    links: {},
  }));
  return { results, errors };
}

function custom(world: HubSpotWorld, type: ObjectType, name: string): PropertyDefinition {
  const definition = existing(world, type, name);
  if (!definition.hubspotDefined) return definition;
  throw validationError(`Property ${name} is defined by HubSpot and cannot be changed.`);
}

/** Creating a name that is archived restores the property with the new definition. */
function createProperty(world: HubSpotWorld, type: ObjectType, body: z.infer<typeof Creation>): PropertyDefinition {
  if (!NAME.test(body.name))
    throw validationError(`Property name ${body.name} is not lower case letters, digits and _`);
  const known = definitionOf(world.state, type.id, body.name);
  if (known && !known.archived) {
    throw new ApiError(409, `A property named '${body.name}' already exists.`, {
      category: 'OBJECT_ALREADY_EXISTS',
      subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
    });
  }
  if (body.hasUniqueValue) checkUnique(world, type, body.type);
  const now = instant(world.now());
  return store(world, type, {
    ...body,
    description: body.description ?? '',
    displayOrder: body.displayOrder ?? -1,
    hidden: body.hidden ?? false,
    formField: body.formField ?? false,
    options: numbered(body.options ?? []),
    calculated: body.fieldType === 'calculation_equation',
    hubspotDefined: false,
    archived: false,
    createdAt: now,
    updatedAt: now,
    dataSensitivity: 'non_sensitive',
    modificationMetadata: {
      archivable: true,
      readOnlyDefinition: false,
      readOnlyOptions: false,
      readOnlyValue: body.fieldType === 'calculation_equation',
    },
  });
}

function checkUnique(world: HubSpotWorld, type: ObjectType, kind: string): void {
  if (kind !== 'string' && kind !== 'number') throw validationError(`A ${kind} property cannot have unique values.`);
  const unique = definitionsOf(world.state, type.id).filter((one) => one.hasUniqueValue && !one.hubspotDefined);
  if (unique.length >= MAX_UNIQUE) throw validationError(`${type.name} already have ${MAX_UNIQUE} unique properties.`);
}

/** `options` replaces the whole list; without it the list stays. */
function changeProperty(
  world: HubSpotWorld,
  type: ObjectType,
  name: string,
  changes: z.infer<typeof Changes>,
): PropertyDefinition {
  const definition = custom(world, type, name);
  const { options: given, ...rest } = changes;
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return store(world, type, {
    ...definition,
    ...set,
    ...(given && { options: numbered(given) }),
    updatedAt: instant(world.now()),
  });
}

function numbered(options: z.infer<typeof Option>[]): PropertyDefinition['options'] {
  return options.map((option, at) => ({ ...option, displayOrder: option.displayOrder ?? at }));
}

function store(world: HubSpotWorld, type: ObjectType, definition: PropertyDefinition): PropertyDefinition {
  (world.state.properties[type.id] ??= {})[definition.name] = definition;
  world.onChange?.();
  return definition;
}
