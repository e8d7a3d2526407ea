import { objectType } from './object-types.js';
import type { HubSpotState, UserLabel } from './state.js';

type AssociationCategory = 'HUBSPOT_DEFINED' | 'USER_DEFINED' | 'INTEGRATOR_DEFINED' | 'WORK';

/** One meaning that a link between two records can have, seen from one side. */
export interface AssociationType {
  from: string;
  to: string;
  category: AssociationCategory;
  typeId: number;
  label: string | null;
  /** As inline associations write it, such as "deal_to_company_unlabeled". */
  name: string;
  inverseTypeId: number;
}

type Pair = [from: string, to: string, there: number, back: number, label?: string];

/** Type ids that HubSpot defines (reference 10.1). They are unique only together with their category. */
const PAIRS: Pair[] = [
  ['deals', 'companies', 5, 6, 'Primary'],
  ['deals', 'companies', 341, 342],
  ['contacts', 'companies', 1, 2, 'Primary'],
  ['contacts', 'companies', 279, 280],
  ['deals', 'contacts', 3, 4],
  ['deals', 'line_items', 19, 20],
  ['deals', 'quotes', 63, 64],
  ['deals', 'deals', 451, 451],
  ['quotes', 'line_items', 67, 68],
  ['notes', 'deals', 214, 213],
  ['notes', 'companies', 190, 189],
  ['notes', 'contacts', 202, 201],
  ['tasks', 'deals', 216, 215],
  ['tasks', 'companies', 192, 191],
  ['tasks', 'contacts', 204, 203],
  ['calls', 'deals', 206, 205],
  ['emails', 'deals', 210, 209],
  ['meetings', 'deals', 212, 211],
];

const HUBSPOT_DEFINED: readonly AssociationType[] = PAIRS.flatMap(([fromName, toName, there, back, label = null]) => {
  const from = objectType(fromName);
  const to = objectType(toName);
  const suffix = label === null && hasPrimary(fromName, toName) ? '_unlabeled' : '';
  const side = (one: typeof from, other: typeof from, typeId: number, inverseTypeId: number): AssociationType => ({
    from: one.id,
    to: other.id,
    category: 'HUBSPOT_DEFINED',
    typeId,
    label,
    name: `${one.singular}_to_${other.singular}${suffix}`,
    inverseTypeId,
  });
  const forth = side(from, to, there, back);
  return from === to ? [forth] : [forth, side(to, from, back, there)];
});

function hasPrimary(from: string, to: string): boolean {
  return PAIRS.some(([one, other, , , label]) => one === from && other === to && label === 'Primary');
}

const hubspotDefined = new Map<string, AssociationType[]>();
for (const type of HUBSPOT_DEFINED) {
  const key = `${type.from}>${type.to}`;
  hubspotDefined.set(key, [...(hubspotDefined.get(key) ?? []), type]);
}

/** Every association type from one object type to another, the portal's own labels last. */
export function associationTypes(state: HubSpotState, from: string, to: string): AssociationType[] {
  return [...(hubspotDefined.get(`${from}>${to}`) ?? []), ...userDefined(state, from, to)];
}

function userDefined(state: HubSpotState, from: string, to: string): AssociationType[] {
  return state.labels.flatMap((label) => {
    if (label.from === from && label.to === to) return [forward(label)];
    return label.from === to && label.to === from ? [backward(label)] : [];
  });
}

const forward = ({ from, to, typeId, label, name, inverseTypeId }: UserLabel): AssociationType => ({
  from,
  to,
  category: 'USER_DEFINED',
  typeId,
  label,
  name,
  inverseTypeId,
});

const backward = ({ from, to, typeId, inverseLabel, name, inverseTypeId }: UserLabel): AssociationType => ({
  from: to,
  to: from,
  category: 'USER_DEFINED',
  typeId: inverseTypeId,
  label: inverseLabel,
  name,
  inverseTypeId: typeId,
});

/** Every association type that carries an id: a number alone may mean several things, even within one category. */
export function associationTypesById(state: HubSpotState, category: string, typeId: number): AssociationType[] {
  const own = state.labels.flatMap((label) => [forward(label), backward(label)]);
  return [...HUBSPOT_DEFINED, ...own].filter((type) => type.category === category && type.typeId === typeId);
}

/** The plain link between two object types, which every labelled link brings along; undefined when there is none. */
export function unlabelledType(state: HubSpotState, from: string, to: string): AssociationType | undefined {
  return associationTypes(state, from, to).find(({ label }) => label === null);
}

/** The "Primary" meaning, known for a deal's and a contact's companies. */
export function primaryType(state: HubSpotState, from: string, to: string): AssociationType | undefined {
  return associationTypes(state, from, to).find(
    ({ category, label }) => category === 'HUBSPOT_DEFINED' && label === 'Primary',
  );
}
