import { described, kindOf } from '../expressions/coerce.js';
import { isLogic } from '../expressions/is-logic.js';
import { isObject, type Json, type JsonObject } from '../json.js';
import { pointerTo } from '../pointer.js';
import { number, type Said, said } from '../said.js';
import type { JsonSchema } from './catalogue.js';
import { inferShape } from './infer-shape.js';
import { Issues } from './issue.js';
import type { Known } from './known.js';
import { nearest } from './nearest.js';
import { asSchema, type Kind, resolveReference, type Shape, shapeOfSchema } from './shape.js';

/**
 * Checks a value of a recipe against the JSON Schema of what it is given to. Literals are checked as they are,
 * expressions by what is known of their result; only what is certainly wrong is reported.
 */
export class ValueCheck {
  constructor(
    private readonly issues: Issues,
    private readonly known: Known,
    private readonly root: JsonSchema,
  ) {}

  /** The inputs of an action: each is checked by itself, as a member of this schema. */
  inputs(inputs: JsonObject, schema: JsonSchema, pointer: string): void {
    const target = this.follow(schema);
    if (typeof target === 'object') this.members(inputs, target, pointer);
  }

  check(value: Json, schema: JsonSchema | undefined, pointer: string): void {
    const target = this.follow(schema);
    if (typeof target !== 'object') return;
    const choices = target.anyOf ?? target.oneOf;
    if (isLogic(value)) this.result(inferShape(value, { known: this.known }), target, pointer);
    else if (Array.isArray(choices)) this.anyOf(value, choices, pointer);
    else this.literal(value, target, pointer);
  }

  private follow(schema: JsonSchema | undefined): JsonSchema | undefined {
    let target = schema;
    for (let hops = 0; hops < 20 && typeof target === 'object' && typeof target.$ref === 'string'; hops++) {
      target = resolveReference(target.$ref, this.root);
    }
    return target;
  }

  private result(shape: Shape, schema: JsonObject, pointer: string): void {
    const wanted = shapeOfSchema(schema, this.root);
    if (!shape || !wanted || shape.length === 0) return;
    if (mayBe(shape, wanted)) return;
    const given = shape.filter(({ type }) => type !== 'null');
    if (given.length === 0) return; // Nothing but null: a matter of what is there, not of its type.
    this.issues.error(pointer, said`This must be ${words(wanted)}, and the expression gives ${words(given)}`);
  }

  /** Takes the choice that fits best, and reports what is still wrong with it. */
  private anyOf(value: Json, choices: Json[], pointer: string): void {
    let best: Issues | undefined;
    const wanted = shapeOfSchema({ anyOf: choices }, this.root);
    const kind = inferShape(value, { known: this.known })?.[0]?.type;
    if (wanted && !wanted.some(({ type }) => type === kind)) {
      this.issues.error(pointer, said`This must be ${words(wanted)}, not ${described(value)}`);
      return;
    }
    for (const choice of choices) {
      const attempt = new Issues();
      const schema = asSchema(choice);
      new ValueCheck(attempt, this.known, this.root).check(value, schema, pointer);
      if (attempt.found.length === 0) return;
      const fits = shapeOfSchema(schema, this.root)?.some(({ type }) => type === kind);
      if (fits && (!best || attempt.found.length < best.found.length)) best = attempt;
    }
    this.issues.found.push(...(best?.found ?? []));
  }

  private literal(value: Json, schema: JsonObject, pointer: string): void {
    const wanted = shapeOfSchema(schema, this.root);
    const kind = inferShape(value, { known: this.known })?.[0]?.type;
    if (Array.isArray(schema.enum) || schema.const !== undefined) {
      this.choice(value, Array.isArray(schema.enum) ? schema.enum : [schema.const ?? null], pointer);
    } else if (wanted && kind && !wanted.some(({ type }) => type === kind)) {
      this.issues.error(pointer, said`This must be ${words(wanted)}, not ${described(value)}`);
    } else if (typeof value === 'string') this.text(value, schema, pointer);
    else if (typeof value === 'number') this.number(value, schema, pointer);
    else if (Array.isArray(value)) this.list(value, schema, pointer);
    else if (isObject(value)) this.members(value, schema, pointer);
  }

  private choice(value: Json, allowed: Json[], pointer: string): void {
    if (allowed.some((each) => each === value)) return;
    const names = allowed.map(described);
    const meant =
      typeof value === 'string'
        ? nearest(
            value,
            allowed.filter((each) => typeof each === 'string'),
          )
        : undefined;
    this.issues.error(pointer, said`This must be ${names.join(' or ')}, not ${described(value)}`, meant);
  }

  private text(value: string, { minLength, maxLength, pattern }: JsonObject, pointer: string): void {
    if (typeof minLength === 'number' && value.length < minLength) {
      this.issues.error(
        pointer,
        minLength === 1 ? said`This must not be empty` : said`This needs at least ${number(minLength)} characters`,
      );
    }
    if (typeof maxLength === 'number' && value.length > maxLength)
      this.issues.error(pointer, said`This has more than ${number(maxLength)} characters`);
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)) {
      this.issues.error(pointer, said`${described(value)} does not have the form that is expected here`);
    }
  }

  private number(value: number, schema: JsonObject, pointer: string): void {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
    if (schema.type === 'integer' && !Number.isInteger(value))
      this.issues.error(pointer, said`This must be a whole number, not ${number(value)}`);
    const tooSmall =
      (typeof minimum === 'number' && value < minimum) ||
      (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum);
    const tooBig =
      (typeof maximum === 'number' && value > maximum) ||
      (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum);
    if (tooSmall || tooBig)
      this.issues.error(
        pointer,
        tooSmall ? said`${number(value)} is too small here` : said`${number(value)} is too large here`,
      );
  }

  private list(value: Json[], { items, minItems, maxItems }: JsonObject, pointer: string): void {
    if (typeof minItems === 'number' && value.length < minItems)
      this.issues.error(pointer, said`This needs at least ${number(minItems)} entries`);
    if (typeof maxItems === 'number' && value.length > maxItems)
      this.issues.error(pointer, said`This takes at most ${number(maxItems)} entries`);
    value.forEach((element, index) => {
      this.check(element, asSchema(items), pointerTo(pointer, index));
    });
  }

  private members(value: JsonObject, schema: JsonObject, pointer: string): void {
    const properties = isObject(schema.properties) ? schema.properties : {};
    const open =
      schema.patternProperties !== undefined || schema.allOf !== undefined || schema.properties === undefined;
    const others = asSchema(schema.additionalProperties) ?? open;
    for (const [key, member] of Object.entries(value)) {
      const place = pointerTo(pointer, key);
      if (Object.hasOwn(properties, key)) this.check(member, asSchema(properties[key]), place);
      else if (others === false)
        this.issues.error(place, said`"${key}" is not known here`, nearest(key, Object.keys(properties)));
      else this.check(member, others, place);
    }
    for (const key of Array.isArray(schema.required) ? schema.required : []) {
      if (typeof key === 'string' && !Object.hasOwn(value, key))
        this.issues.error(pointer, said`"${key}" is missing`, key);
    }
  }
}

/** Whether a value of the one shape can be of the other; lists are compared by their elements, too. */
function mayBe(given: Shape, wanted: Shape, level = 0): boolean {
  if (!given || !wanted || given.length === 0 || level > 3) return true;
  return given.some((kind) =>
    wanted.some((other) => {
      if (kind.type === 'list' && other.type === 'list') return mayBe(kind.element(), other.element(), level + 1);
      return kind.type === other.type;
    }),
  );
}

const WORDS: Record<Kind['type'], Said> = {
  text: said`text`,
  number: said`a number`,
  boolean: said`true or false`,
  null: kindOf(null),
  list: said`a list`,
  object: said`an object`,
};

function words(shape: NonNullable<Shape>): string {
  const names = shape.map((kind) => {
    const elements = kind.type === 'list' ? kind.element() : undefined;
    return elements?.length
      ? said`a list of ${[...new Set(elements.map(({ type }) => PLURALS[type]))].join(' or ')}`
      : WORDS[kind.type];
  });
  return [...new Set(names)].join(' or ');
}

const PLURALS: Record<Kind['type'], Said> = {
  text: said`texts`,
  number: said`numbers`,
  boolean: said`true or false`,
  null: said`nothing`,
  list: said`lists`,
  object: said`objects`,
};
