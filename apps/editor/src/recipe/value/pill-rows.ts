import type { Json, JsonObject } from '@tandem/recipes';
import type { Source } from '../model/pills-in-scope.js';
import type { Field, FieldType } from '../model/schema-field.js';

/** A pill as it is offered. */
export interface PillRow {
  path: string;
  /** Its name, and the names of what holds it: "company › name". */
  label: string;
  type: FieldType;
  about: string | undefined;
}

const DEEPEST = 3;

/** All pills of one source, members right after what holds them. @param name of a member */
export function pillRows(source: Source, name: (key: string, member: Field) => string): PillRow[] {
  const rows: PillRow[] = [];
  const visit = (field: Field, path: string, names: readonly string[]): void => {
    if (names.length > 0) rows.push({ path, label: names.join(' › '), type: field.type, about: field.title });
    if (names.length >= DEEPEST) return;
    for (const [key, member] of field.members) visit(member, `${path}.${key}`, [...names, name(key, member)]);
    if (field.type === 'list' && names.length > 0) {
      rows.push({ path: `${path}.length`, label: [...names, '#'].join(' › '), type: 'number', about: undefined });
    }
  };
  visit(source.field, source.path, []);
  return rows;
}

/** What a path leads to in sample values; undefined where it leads nowhere. */
export function sampleAt(sample: JsonObject | undefined, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((holder, key) => {
    if (Array.isArray(holder)) return key === 'length' ? holder.length : holder[Number(key)];
    return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? holder[key] : undefined;
  }, sample);
}
