import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { allow } from './auth.js';
import { validationError } from './errors.js';
import { parse } from './http.js';
import { objectType, type ObjectType } from './object-types.js';
import { OBJECT_PATHS } from './objects.js';
import { presentRecord } from './present-record.js';
import { definitionOf } from './property-definitions.js';
import { compareValues, Filter, passes } from './search-filter.js';
import type { Properties, StoredRecord } from './state.js';
import { own, type HubSpotWorld } from './world.js';

const MAX_PAGE = 200;
const MAX_ROWS = 10_000;
const MAX_BODY = 3000;
const MAX_GROUPS = 5;
const MAX_FILTERS_IN_GROUP = 6;
const MAX_FILTERS = 18;

const Sort = z.union([
  z.object({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING') }),
  z
    .string()
    .transform((text) =>
      text.startsWith('-')
        ? { propertyName: text.slice(1), direction: 'DESCENDING' as const }
        : { propertyName: text, direction: 'ASCENDING' as const },
    ),
]);

const Body = z.object({
  filterGroups: z.array(z.object({ filters: z.array(Filter) })).default([]),
  sorts: z.array(Sort).default([]),
  properties: z.array(z.string()).default([]),
  limit: z.coerce.number().int().default(10),
  after: z.coerce.string().default('0'),
  query: z.string().optional(),
});
type Body = z.infer<typeof Body>;

interface Hit {
  record: StoredRecord;
  /** What search knows of the record: older than the record itself while search lags. */
  shown: Properties;
}

type OfType = { Params: { type: string } };

/** Search by filters and text: at most 200 rows a page, 10,000 rows a query, and it may lag behind writes. */
export function searchRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  for (const base of OBJECT_PATHS) {
    app.post<OfType>(`${base}/:type/search`, (request) => search(world, request));
  }
}

function search(world: HubSpotWorld, request: FastifyRequest<OfType>): unknown {
  const type = objectType(request.params.type);
  allow(world, request, type.read);
  const body = parse(Body, request.body);
  const offset = checkLimits(body, JSON.stringify(request.body ?? {}).length);
  checkProperties(world, type, body);
  const hits = sorted(world, type, body, matches(world, type, body));
  const page = hits.slice(offset, offset + body.limit);
  const next = offset + page.length;
  return {
    total: hits.length,
    results: page.map(({ record, shown }) => presentRecord(world.state, type, record, body.properties, shown)),
    ...(next < hits.length && page.length > 0 && { paging: { next: { after: String(next) } } }),
  };
}

/** The offset at which the page begins; 400 when the request is larger than HubSpot takes. */
function checkLimits({ filterGroups, limit, after, sorts }: Body, size: number): number {
  const counts = filterGroups.map(({ filters }) => filters.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (size > MAX_BODY)
    throw validationError(`The request is ${size} characters long, at most ${MAX_BODY} are allowed.`);
  if (filterGroups.length > MAX_GROUPS) throw validationError(`At most ${MAX_GROUPS} filterGroups are allowed.`);
  if (counts.some((count) => count > MAX_FILTERS_IN_GROUP) || total > MAX_FILTERS) {
    throw validationError(`At most ${MAX_FILTERS_IN_GROUP} filters in a group and ${MAX_FILTERS} in all are allowed.`);
  }
  if (sorts.length > 1) throw validationError('Only one sort is allowed.');
  if (limit < 1 || limit > MAX_PAGE) throw validationError(`limit must be between 1 and ${MAX_PAGE}`);
  if (!/^\d+$/.test(after)) throw validationError(`after must be an integer, but was ${after}`);
  if (Number(after) + limit > MAX_ROWS) throw validationError(`Search cannot page beyond ${MAX_ROWS} results.`);
  return Number(after);
}

function checkProperties(world: HubSpotWorld, type: ObjectType, { filterGroups, sorts }: Body): void {
  const filters = filterGroups.flatMap((group) => group.filters);
  const names = [...filters, ...sorts].map(({ propertyName }) => propertyName);
  const unknown = names.find((name) => !name.startsWith('associations.') && !definitionOf(world.state, type.id, name));
  if (unknown !== undefined) throw validationError(`There was a problem with the request: no property ${unknown}.`);
  for (const { operator, propertyName, value, values, highValue } of filters) {
    const complete = operator.endsWith('HAS_PROPERTY') || (operator.endsWith('IN') ? values : value) !== undefined;
    if (complete && (operator !== 'BETWEEN' || highValue !== undefined)) continue;
    throw validationError(`operator ${operator} on ${propertyName} lacks a value.`);
  }
}

function matches(world: HubSpotWorld, type: ObjectType, { filterGroups, query }: Body): Hit[] {
  const now = world.now().getTime();
  return Object.values(world.state.records[type.id] ?? {}).flatMap((record) => {
    const shown = shownBySearch(record, now);
    if (!shown) return [];
    const indexed = { type: type.id, id: record.id, properties: shown };
    const inGroup =
      filterGroups.length === 0 ||
      filterGroups.some(({ filters }) => filters.every((filter) => passes(world.state, indexed, filter)));
    return inGroup && containsText(type, shown, query) ? [{ record, shown }] : [];
  });
}

/** null: search does not know the record (yet, or any more). */
function shownBySearch(record: StoredRecord, now: number): Properties | null {
  if (record.search_lag !== null && record.search_lag.until > now) return record.search_lag.shown;
  return record.archived ? null : record.properties;
}

const SEARCHED = [
  'name',
  'hs_sku',
  'description',
  'domain',
  'email',
  'firstname',
  'lastname',
  'dealname',
  'hs_note_body',
];

function containsText(type: ObjectType, properties: Properties, query: string | undefined): boolean {
  if (query === undefined || query.trim() === '') return true;
  const text = [...new Set([...SEARCHED, ...type.defaults])]
    .map((name) => own(properties, name) ?? '')
    .join(' ')
    .toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Oldest first unless another order is asked for; records without a value come last. */
function sorted(world: HubSpotWorld, type: ObjectType, { sorts }: Body, hits: Hit[]): Hit[] {
  const [sort] = sorts;
  if (!sort) return hits;
  const kind = definitionOf(world.state, type.id, sort.propertyName)?.type ?? 'string';
  const sign = sort.direction === 'ASCENDING' ? 1 : -1;
  return hits.toSorted((one, other) => {
    const [a, b] = [own(one.shown, sort.propertyName), own(other.shown, sort.propertyName)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * compareValues(kind, a, b);
  });
}
