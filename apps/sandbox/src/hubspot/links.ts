import { associationTypes, primaryType, unlabelledType, type AssociationType } from './association-types.js';
import { COMPANIES } from './object-types.js';
import type { HubSpotState } from './state.js';
import { own } from './world.js';

/** One record: object type id and record id. */
export interface Ref {
  type: string;
  id: string;
}

export interface Linked {
  id: string;
  types: AssociationType[];
}

const keyOf = (type: { category: string; typeId: number }): string => `${type.category}:${type.typeId}`;

/** Ids of the live records of one type that a record is linked to, in ascending order. */
export function linkedIds(state: HubSpotState, from: Ref, to: string): string[] {
  return Object.keys(rowOf(state, from, to) ?? {}).filter((id) => own(state.records[to] ?? {}, id)?.archived === false);
}

/** The live records of one type that a record is linked to, with what each link means. */
export function linksOf(state: HubSpotState, from: Ref, to: string): Linked[] {
  const row = rowOf(state, from, to) ?? {};
  const known = associationTypes(state, from.type, to);
  return linkedIds(state, from, to).map((id) => {
    const keys = row[id] ?? [];
    return { id, types: known.filter((type) => keys.includes(keyOf(type))) };
  });
}

/** The company that carries the primary flag of a deal or contact. */
export function primaryCompany(state: HubSpotState, of: Ref): string | undefined {
  return linksOf(state, of, COMPANIES).find(({ types }) => types.some(isPrimary))?.id;
}

/**
 * Links two records with a meaning, in both directions. A labelled link is a plain link too. The first company of a
 * deal or contact becomes its primary one; giving the flag to another company takes it from the one that had it.
 */
export function link(state: HubSpotState, from: Ref, to: Ref, type: AssociationType): void {
  if (from.type === COMPANIES && primaryType(state, to.type, from.type)) {
    link(state, to, from, inverseOf(state, type));
    return;
  }
  const primary = primaryType(state, from.type, to.type);
  const becomesPrimary = primary && (type === primary || linkedIds(state, from, to.type).length === 0);
  const plain = unlabelledType(state, from.type, to.type);
  if (plain) add(state, from, to, plain);
  add(state, from, to, type);
  if (becomesPrimary) movePrimary(state, from, to, primary);
}

/** Removes every meaning of the link between two records. */
export function unlink(state: HubSpotState, from: Ref, to: Ref): void {
  drop(state, from, to);
  drop(state, to, from);
}

/** Removes one meaning; the plain link goes only when it is the one named. */
export function unlabel(state: HubSpotState, from: Ref, to: Ref, type: AssociationType): void {
  if (type.label === null) {
    unlink(state, from, to);
    return;
  }
  remove(state, from, to, type);
}

const isPrimary = (type: AssociationType): boolean => type.category === 'HUBSPOT_DEFINED' && type.label === 'Primary';

function movePrimary(state: HubSpotState, from: Ref, to: Ref, primary: AssociationType): void {
  for (const { id } of linksOf(state, from, to.type).filter(({ types }) => types.some(isPrimary))) {
    remove(state, from, { type: to.type, id }, primary);
  }
  add(state, from, to, primary);
}

/** The same meaning, seen from the other side. */
function inverseOf(state: HubSpotState, type: AssociationType): AssociationType {
  const inverse = associationTypes(state, type.to, type.from).find(
    ({ category, typeId }) => category === type.category && typeId === type.inverseTypeId,
  );
  return inverse ?? type;
}

function add(state: HubSpotState, from: Ref, to: Ref, type: AssociationType): void {
  addKey(state, from, to, keyOf(type));
  addKey(state, to, from, keyOf({ category: type.category, typeId: type.inverseTypeId }));
}

function addKey(state: HubSpotState, from: Ref, to: Ref, key: string): void {
  const ofType = (state.links[from.type] ??= {});
  const ofRecord = (ofType[from.id] ??= {});
  const row = (ofRecord[to.type] ??= {});
  const keys = (row[to.id] ??= []);
  if (!keys.includes(key)) keys.push(key);
}

function remove(state: HubSpotState, from: Ref, to: Ref, type: AssociationType): void {
  removeKey(state, from, to, keyOf(type));
  removeKey(state, to, from, keyOf({ category: type.category, typeId: type.inverseTypeId }));
}

function removeKey(state: HubSpotState, from: Ref, to: Ref, key: string): void {
  const row = rowOf(state, from, to.type);
  const keys = row?.[to.id];
  if (row && keys) row[to.id] = keys.filter((kept) => kept !== key);
}

function drop(state: HubSpotState, from: Ref, to: Ref): void {
  const row = rowOf(state, from, to.type);
  // A key chosen by an id that exists in the row; deleting keeps the row free of dead links.
  if (row) Reflect.deleteProperty(row, to.id);
}

function rowOf(state: HubSpotState, from: Ref, to: string): Record<string, string[]> | undefined {
  return own(state.links[from.type] ?? {}, from.id)?.[to];
}
