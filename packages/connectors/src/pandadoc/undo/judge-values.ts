import type { Json, JsonObject } from '@tandem/recipes';
import { said } from '../../sdk/said.js';
import type { NetChange } from '../../sdk/undo.js';
import { changedSince, left, type Verdict } from '../../sdk/verdict.js';
import type { DocumentDetails } from '../answers/document-answer.js';

export interface JudgedValues {
  verdicts: Verdict[];
  /** For PATCH of the document. */
  patch: JsonObject;
}

/** A value of a document by the name under which effects tell it, and how it is sent. */
interface Value {
  now: Json;
  send: (before: string) => JsonObject;
}

/** Variables, fields, metadata and the name of a draft. */
export function judgeValues(details: DocumentDetails, changes: readonly NetChange[]): JudgedValues {
  const judged: JudgedValues = { verdicts: [], patch: {} };
  for (const net of changes) {
    const value = valueOf(details, net.property ?? '');
    const verdict =
      value === undefined ? left(net, said`Tandem cannot take this back; do it in PandaDoc.`) : judge(net, value);
    judged.verdicts.push(verdict);
    if (value !== undefined && verdict.is === 'restored') merge(judged.patch, value.send(textOf(net.before)));
  }
  return judged;
}

function judge(net: NetChange, { now }: Value): Verdict {
  if (textOf(now) === textOf(net.before)) return { is: 'already', ids: net.ids };
  if (textOf(now) !== textOf(net.after)) return left(net, changedSince(textOf(now), 'text'));
  const { target, property, before } = net;
  return {
    is: 'restored',
    ids: net.ids,
    change: { target, operation: 'update', property, before: now, after: before },
  };
}

function valueOf(details: DocumentDetails, property: string): Value | undefined {
  if (property === 'name') return { now: details.name, send: (name) => ({ name }) };
  const [kind, name] = [property.slice(0, property.indexOf('.')), property.slice(property.indexOf('.') + 1)];
  switch (kind) {
    case 'tokens': {
      const token = details.tokens.find((one) => one.name === name);
      return { now: token?.value ?? null, send: (value) => ({ tokens: [{ name, value }] }) };
    }
    case 'fields': {
      const field = details.fields.find(({ merge_field: mergeField }) => mergeField === name);
      return field && { now: field.value ?? null, send: (value) => ({ fields: { [name]: { value } } }) };
    }
    case 'metadata':
      return { now: details.metadata[name] ?? null, send: (value) => ({ metadata: { [name]: value } }) };
    default:
      return undefined;
  }
}

const textOf = (value: Json): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

function merge(patch: JsonObject, more: JsonObject): void {
  for (const [key, value] of Object.entries(more)) {
    const there = patch[key];
    if (Array.isArray(there) && Array.isArray(value)) patch[key] = [...there, ...value];
    else if (isObject(there) && isObject(value)) patch[key] = { ...there, ...value };
    else patch[key] = value;
  }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
