import type { Json, JsonObject } from '@tandem/recipes';

export type FieldType = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'any';

/** What a form or a pill has to know of one part of a JSON Schema (draft 2020-12), references and nulls resolved. */
export interface Field {
  type: FieldType;
  /** In words, when the schema has any. */
  title: string | undefined;
  nullable: boolean;
  /** The only values allowed, when there are such. */
  choices: string[] | undefined;
  format: string | undefined;
  default: Json | undefined;
  /** A live pick list of the connector, and the inputs it depends on. */
  pickList: { key: string; dependsOn: string[] } | undefined;
  /** Members of an object, in order. */
  members: Map<string, Field & { required: boolean }>;
  /** What the elements of a list, or the further members of an object, are. */
  element: Field | undefined;
}

const isRecord = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES: Readonly<Record<string, FieldType>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
};

/** Deeper than any form or picker goes; also ends schemas that refer to themselves. */
const DEEPEST = 6;

/** Reads a schema as the API gives it; what is not understood is a field of any type. */
export function readField(schema: unknown, root: unknown = schema, depth = 0): Field {
  const { schema: own, nullable } = resolved(schema, root);
  const [type, orNull] = typeOf(own);
  const element = type === 'list' ? own.items : own.additionalProperties;
  return {
    type,
    title: typeof own.description === 'string' ? own.description : undefined,
    nullable: nullable || orNull,
    choices: choicesOf(own),
    format: typeof own.format === 'string' ? own.format : undefined,
    default: own.default,
    pickList: pickListOf(own),
    members: depth < DEEPEST ? membersOf(own, root, depth) : new Map<string, Field & { required: boolean }>(),
    element: isRecord(element) && depth < DEEPEST ? readField(element, root, depth + 1) : undefined,
  };
}

/** Follows references, and takes the one choice that is not null. */
function resolved(schema: unknown, root: unknown): { schema: JsonObject; nullable: boolean } {
  let own = isRecord(schema) ? schema : {};
  let nullable = false;
  for (let hops = 0; hops < 10; hops += 1) {
    if (typeof own.$ref === 'string') {
      const { $ref, ...beside } = own;
      own = { ...atPointer(root, $ref), ...beside };
      continue;
    }
    const choices = own.anyOf ?? own.oneOf;
    if (!Array.isArray(choices)) break;
    const real = choices.filter((choice) => isRecord(choice) && choice.type !== 'null');
    nullable ||= real.length < choices.length;
    const { anyOf: _anyOf, oneOf: _oneOf, ...beside } = own;
    own = real.length === 1 && isRecord(real[0]) ? { ...real[0], ...beside } : beside;
  }
  return { schema: own, nullable };
}

function atPointer(root: unknown, reference: string): JsonObject {
  let place: unknown = root;
  for (const token of reference.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    place = isRecord(place) && Object.hasOwn(place, key) ? place[key] : undefined;
  }
  return isRecord(place) ? place : {};
}

function typeOf(schema: JsonObject): [type: FieldType, nullable: boolean] {
  if (schema.const !== undefined || Array.isArray(schema.enum)) return ['text', false];
  const named = Array.isArray(schema.type) ? schema.type : [schema.type];
  const real = named.filter((name) => name !== 'null');
  const [only] = real;
  const type = real.length === 1 && typeof only === 'string' ? TYPES[only] : undefined;
  return [type ?? (isRecord(schema.properties) ? 'object' : 'any'), real.length < named.length];
}

function choicesOf(schema: JsonObject): string[] | undefined {
  const values = Array.isArray(schema.enum) ? schema.enum : schema.const === undefined ? undefined : [schema.const];
  return values?.filter((value): value is string => typeof value === 'string');
}

function pickListOf(schema: JsonObject): Field['pickList'] {
  if (typeof schema.pickList !== 'string') return undefined;
  const dependsOn = Array.isArray(schema.dependsOn) ? schema.dependsOn : [];
  return { key: schema.pickList, dependsOn: dependsOn.filter((key): key is string => typeof key === 'string') };
}

function membersOf(schema: JsonObject, root: unknown, depth: number): Field['members'] {
  if (!isRecord(schema.properties)) return new Map();
  const required = Array.isArray(schema.required) ? schema.required : [];
  return new Map(
    Object.entries(schema.properties).map(([key, member]) => [
      key,
      { ...readField(member, root, depth + 1), required: required.includes(key) },
    ]),
  );
}

/** A field of which no more is known than its type. */
export const plainField = (type: FieldType, title?: string): Field => ({
  type,
  title,
  nullable: false,
  choices: undefined,
  format: undefined,
  default: undefined,
  pickList: undefined,
  members: new Map(),
  element: undefined,
});

/** An object of known members, all of them there. */
export const objectField = (members: Record<string, Field>): Field => ({
  ...plainField('object'),
  members: new Map(Object.entries(members).map(([key, field]) => [key, { ...field, required: true }])),
});

/** The field that a dotted path leads to inside another; undefined where it is not known. */
export function fieldAt(field: Field, path: readonly string[]): Field | undefined {
  return path.reduce<Field | undefined>((sofar, key) => {
    if (sofar?.type === 'list') return key === 'length' ? plainField('number') : /^\d+$/.test(key) ? sofar.element : undefined; // prettier-ignore
    return sofar?.members.get(key) ?? (sofar?.type === 'object' ? sofar.element : undefined);
  }, field);
}
