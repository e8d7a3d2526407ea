import { DEALS, LINE_ITEMS } from '../object-types.js';
import type { Ref } from '../links.js';
import type { HubSpotWorld } from '../world.js';
import type { CrmChange } from './parcel.js';

/** The app subscribes to deals and line items only. */
const TOLD: Readonly<Record<string, string>> = { [DEALS]: 'deal', [LINE_ITEMS]: 'line_item' };
/** HubSpot keeps these itself and tells of none. */
const SILENT = new Set(['hs_lastmodifieddate', 'hs_object_id', 'createdate']);

export function tellProperty(world: HubSpotWorld, { type, id }: Ref, name: string, value: string): void {
  const kind = TOLD[type];
  if (kind === undefined || SILENT.has(name)) return;
  tell(world, `${kind}.propertyChange`, { objectId: Number(id), propertyName: name, propertyValue: value });
}

export function tellRecord(world: HubSpotWorld, { type, id }: Ref, happened: keyof typeof FLAGS): void {
  const kind = TOLD[type];
  if (kind !== undefined) tell(world, `${kind}.${happened}`, { objectId: Number(id), changeFlag: FLAGS[happened] });
}

const FLAGS = { creation: 'NEW', deletion: 'DELETED', restore: 'RESTORED' };

/** Two records became a third. https://developers.hubspot.com/changelog/new-subscription-types-for-webhooks */
export function tellMerge(
  world: HubSpotWorld,
  type: string,
  ids: { primary: string; merged: string; made: string },
): void {
  const kind = TOLD[type];
  if (kind === undefined) return;
  tell(world, `${kind}.merge`, {
    objectId: Number(ids.made),
    primaryObjectId: Number(ids.primary),
    mergedObjectIds: [Number(ids.merged)],
    newObjectId: Number(ids.made),
    numberOfPropertiesMoved: 0,
  });
}

/** A deal and a line item came together or were parted; told from both sides, as HubSpot does. */
export function tellLink(world: HubSpotWorld, one: Ref, other: Ref, isRemoved: boolean): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const [fromKind, toKind] = [TOLD[from.type], TOLD[to.type]];
    if (fromKind === undefined || toKind === undefined || from.type === to.type) continue;
    tell(world, `${fromKind}.associationChange`, {
      associationType: `${fromKind}_to_${toKind}`.toUpperCase(),
      fromObjectId: Number(from.id),
      toObjectId: Number(to.id),
      associationRemoved: isRemoved,
      isPrimaryAssociation: false,
    });
  }
}

function tell(world: HubSpotWorld, subscriptionType: string, facts: CrmChange): void {
  world.tell?.({ ...facts, subscriptionType, changeSource: 'INTEGRATION' });
}
