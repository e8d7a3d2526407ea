import type { Json, JsonObject } from '../json.js';
import { isObject } from '../json.js';
import type { JsonSchema } from './catalogue.js';

/**
 * What is known of a value before it exists: the kinds that it may be. Undefined means that nothing is known, and
 * whatever is not known is never complained about.
 */
export type Shape = readonly Kind[] | undefined;

export type Kind =
  | { type: 'text' | 'number' | 'boolean' | 'null' }
  | { type: 'list'; element: () => Shape }
  /** `member` gives null for a key that an object of this kind cannot have. */
  | { type: 'object'; keys: readonly string[]; member: (key: string) => Shape | null };

export const TEXT: Shape = [{ type: 'text' }];
export const NUMBER: Shape = [{ type: 'number' }];
export const BOOLEAN: Shape = [{ type: 'boolean' }];
export const NULL: Shape = [{ type: 'null' }];
export const LIST: Shape = [{ type: 'list', element: () => undefined }];

export const listOf = (element: Shape): Shape => [{ type: 'list', element: () => element }];

/** An object that has exactly these members. */
export function objectOf(members: Record<string, Shape>): Shape {
  const known = new Map(Object.entries(members));
  return [{ type: 'object', keys: [...known.keys()], member: (key) => (known.has(key) ? known.get(key) : null) }];
}

/** Either of them; unknown as soon as one is. */
export function eitherOf(shapes: Shape[]): Shape {
  const kinds: Kind[] = [];
  for (const shape of shapes) {
    if (!shape) return undefined;
    for (const kind of shape) {
      const isScalar = kind.type !== 'list' && kind.type !== 'object';
      if (!(isScalar && kinds.some(({ type }) => type === kind.type))) kinds.push(kind);
    }
  }
  return kinds;
}

/** The shape of a literal. */
export function shapeOfJson(value: Json): Shape {
  if (value === null) return NULL;
  if (Array.isArray(value)) return value.length ? listOf(eitherOf(value.map(shapeOfJson))) : LIST;
  if (isObject(value))
    return objectOf(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shapeOfJson(member)])));
  if (typeof value === 'string') return TEXT;
  return typeof value === 'number' ? NUMBER : BOOLEAN;
}

/** What a path's next part leads to. `absent` names the keys there are. */
export function memberOf(shape: Shape, key: string): { found: Shape } | { absent: readonly string[] } {
  if (!shape) return { found: undefined };
  const found: Shape[] = [];
  const keys: string[] = [];
  for (const kind of shape) {
    if (key === 'length' && (kind.type === 'list' || kind.type === 'text')) found.push(NUMBER);
    else if (kind.type === 'list' && /^\d+$/.test(key)) found.push(kind.element());
    else if (kind.type === 'object') {
      const member = kind.member(key);
      if (member === null) keys.push(...kind.keys);
      else found.push(member);
    }
  }
  return found.length ? { found: eitherOf(found) } : { absent: keys };
}

/** What the elements of a list are. */
export function elementOf(shape: Shape): Shape {
  if (!shape) return undefined;
  return eitherOf(shape.flatMap((kind) => (kind.type === 'list' ? [kind.element()] : [])));
}

/** Reads a JSON Schema, as far as shapes go; `root` resolves its local references. */
export function shapeOfSchema(schema: JsonSchema | undefined, root: JsonSchema | undefined = schema): Shape {
  if (schema === undefined || typeof schema === 'boolean') return undefined;
  if (typeof schema.$ref === 'string') return shapeOfSchema(resolveReference(schema.$ref, root), root);
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices)) return eitherOf(choices.map((choice) => shapeOfSchema(asSchema(choice), root)));
  if (Array.isArray(schema.enum)) return eitherOf(schema.enum.map(shapeOfJson));
  if (schema.const !== undefined) return shapeOfJson(schema.const);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? (schema.properties ? 'object' : null)];
  return eitherOf(types.map((type) => shapeOfType(type, schema, root)));
}

/** Follows `#` and `#/$defs/Name`; undefined for a reference that leads elsewhere. */
export function resolveReference(reference: string, root: JsonSchema | undefined): JsonSchema | undefined {
  if (!reference.startsWith('#')) return undefined;
  let place: Json | undefined = root;
  for (const token of reference.slice(1).split('/').slice(1)) {
    if (!isObject(place)) return undefined;
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    place = Object.hasOwn(place, key) ? place[key] : undefined;
  }
  return place === root && reference !== '#' ? undefined : asSchema(place);
}

/** A schema is an object or a boolean; anything else is no schema and says nothing. */
export function asSchema(value: Json | undefined): JsonSchema | undefined {
  return isObject(value) || typeof value === 'boolean' ? value : undefined;
}

const SCALARS: ReadonlyMap<Json, Shape> = new Map<Json, Shape>([
  ['string', TEXT],
  ['number', NUMBER],
  ['integer', NUMBER],
  ['boolean', BOOLEAN],
  ['null', NULL],
]);

function shapeOfType(type: Json, schema: JsonObject, root: JsonSchema | undefined): Shape {
  if (type === 'array') return [{ type: 'list', element: () => shapeOfSchema(asSchema(schema.items), root) }];
  return type === 'object' ? [objectKind(schema, root)] : SCALARS.get(type);
}

function objectKind(schema: JsonObject, root: JsonSchema | undefined): Kind {
  const properties = isObject(schema.properties) ? schema.properties : undefined;
  const others = asSchema(schema.additionalProperties);
  const open =
    schema.patternProperties !== undefined || schema.allOf !== undefined || (!properties && others === undefined);
  const member = (key: string): Shape | null => {
    if (properties && Object.hasOwn(properties, key)) return shapeOfSchema(asSchema(properties[key]), root);
    if (open || others === true) return undefined;
    return others === undefined || others === false ? null : shapeOfSchema(others, root);
  };
  return { type: 'object', keys: Object.keys(properties ?? {}), member };
}
