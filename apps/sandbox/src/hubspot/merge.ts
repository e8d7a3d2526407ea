import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { allow } from './auth.js';
import { validationError } from './errors.js';
import { findRecord } from './find-record.js';
import { parse } from './http.js';
import { link, linksOf } from './links.js';
import { OBJECT_TYPES, objectType, type ObjectType } from './object-types.js';
import { OBJECT_PATHS } from './objects.js';
import { presentRecord } from './present-record.js';
import { insertRecord } from './records.js';
import { settle } from './rollups.js';
import type { StoredRecord } from './state.js';
import { tellMerge } from './webhooks/crm-change.js';
import { instant, type HubSpotWorld } from './world.js';

const Body = z.object({ primaryObjectId: z.coerce.string(), objectIdToMerge: z.coerce.string() });

type OfType = { Params: { type: string } };

/**
 * Two records become a third with the values of both, the primary's first, and with all that they were linked to. Neither
 * is there any more; reading one answers the third. https://developers.hubspot.com/changelog/announcement-deals-now-support-merging
 */
export function mergeRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  for (const base of OBJECT_PATHS) {
    app.post<OfType>(`${base}/:type/merge`, (request) => merge(world, request));
  }
}

function merge(world: HubSpotWorld, request: FastifyRequest<OfType>): unknown {
  const type = objectType(request.params.type);
  allow(world, request, type.write);
  const { primaryObjectId, objectIdToMerge } = parse(Body, request.body);
  if (primaryObjectId === objectIdToMerge) throw validationError('A record cannot be merged with itself');
  const primary = findRecord(world.state, type, primaryObjectId);
  const merged = findRecord(world.state, type, objectIdToMerge);

  const made = insertRecord(world, type, { properties: valuesOf(world, type, [merged, primary]), links: [] });
  for (const loser of [primary, merged]) {
    takeLinks(world, type, loser, made);
    loser.merged_into = made.id;
    loser.archived = true;
    loser.archived_at = instant(world.now());
  }
  tellMerge(world, type.id, { primary: primary.id, merged: merged.id, made: made.id });
  settle(world, [{ type: type.id, id: made.id }]);
  world.onChange?.();
  return presentRecord(world.state, type, made, []);
}

/** What may be written, of all of them; the last has the last word. */
function valuesOf(world: HubSpotWorld, type: ObjectType, records: StoredRecord[]): Record<string, string> {
  const all = Object.assign({}, ...records.map(({ properties }) => properties)) as Record<string, string>;
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(all)) {
    if (isWritable(world, type, name, value)) values[name] = value;
  }
  return values;
}

function isWritable(world: HubSpotWorld, type: ObjectType, name: string, value: string): boolean {
  const known = world.state.properties[type.id]?.[name];
  return value !== '' && known !== undefined && !known.modificationMetadata.readOnlyValue;
}

function takeLinks(world: HubSpotWorld, type: ObjectType, from: StoredRecord, to: StoredRecord): void {
  for (const other of OBJECT_TYPES) {
    for (const { id, types } of linksOf(world.state, { type: type.id, id: from.id }, other.id)) {
      for (const meaning of types) {
        link(world.state, { type: type.id, id: to.id }, { type: other.id, id }, meaning);
      }
    }
  }
}
