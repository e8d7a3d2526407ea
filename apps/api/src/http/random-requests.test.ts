import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startTestApp, type TestApp } from '../testing/test-app.js';

/** FUZZ_REQUESTS=10000 FUZZ_SEED=1 to look longer, or again at what was found. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 400);
const SEED = Number(process.env.FUZZ_SEED ?? 20260302);

interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}
interface Parameter {
  name: string;
  in: string;
  schema?: JsonSchema;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: JsonSchema }> };
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema> };
}
interface Endpoint extends Operation {
  method: string;
  path: string;
}

let app: TestApp;
let endpoints: Endpoint[];
let schemas: Record<string, JsonSchema>;

beforeAll(async () => {
  app = await startTestApp({ sandbox: true });
  await fetch(`${app.url}/api/connections/sandbox`, { method: 'POST' });
  for (const list of ['connections', 'recipes', 'automations']) {
    const { items } = (await (await fetch(`${app.url}/api/${list}`)).json()) as {
      items: { id: string; key?: string }[];
    };
    known.push(...items.flatMap(({ id, key }) => (key === undefined ? [id] : [id, key, key, key])));
  }
  const description = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as Description;
  schemas = description.components.schemas;
  endpoints = Object.entries(description.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, ...operation })),
    )
    // Without the sandbox's connections, a random one would be tried at the real remote.
    .filter(({ method, path }) => !(method === 'DELETE' && path.startsWith('/api/connections')));
});
afterAll(() => app.close());

const nasty = fc.constantFrom<unknown>(
  '\u0000',
  'a\ud800',
  '😀',
  '../../etc',
  "'; drop table recipe; --",
  '{"var":"constructor"}',
  '0x10',
  '9'.repeat(400),
  'x'.repeat(10_000),
  Number.MAX_SAFE_INTEGER,
  -1,
  1e308,
  0.1,
  null,
  true,
  [],
  {},
  { constructor: { prototype: 1 } },
);
/** What exists, so that a good part of the requests goes all the way. */
const known: string[] = ['hubspot', 'pandadoc', 'document.completed', 'draft', '1', 'templates', 'stages', 'pipelines'];
const text = fc.oneof(
  { weight: 3, arbitrary: fc.nat().map((at) => known[at % known.length]!) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.uuid() },
);
const anything = fc.oneof(nasty, fc.jsonValue({ maxDepth: 4 }));

/** A value that mostly fits a schema, so that requests also reach what lies behind the validation. */
function fitting(schema: JsonSchema | undefined, depth = 0): fc.Arbitrary<unknown> {
  if (!schema || depth > 5) return anything;
  if (schema.$ref) return fitting(schemas[schema.$ref.split('/').at(-1)!], depth + 1);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, depth + 1)));
  if (schema.enum)
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...schema.enum) }, { weight: 1, arbitrary: nasty });
  if (schema.const !== undefined) return fc.constant(schema.const);
  return fc.oneof({ weight: 6, arbitrary: ofType(schema, depth) }, { weight: 1, arbitrary: anything });
}

function ofType(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return text;
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: -2, max: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(fitting(schema.items, depth + 1), { maxLength: 4 });
    case 'object':
      return objectOf(schema.properties ?? {}, depth);
    case undefined:
    default:
      return anything;
  }
}

function objectOf(properties: Record<string, JsonSchema>, depth: number): fc.Arbitrary<unknown> {
  const members = Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [
      key,
      fc.option(fitting(schema, depth + 1), { nil: undefined, freq: 6 }),
    ]),
  );
  const known = fc.record(members);
  return fc.oneof(
    known,
    known.chain((value) => fc.dictionary(text, anything, { maxKeys: 2 }).map((more) => ({ ...value, ...more }))),
  );
}

interface Sent {
  method: string;
  url: string;
  body: string | undefined;
}

const bodyOf = (endpoint: Endpoint): fc.Arbitrary<string | undefined> => {
  const schema = Object.values(endpoint.requestBody?.content ?? {})[0]?.schema;
  if (endpoint.method === 'GET') return fc.constant(undefined);
  return fc.oneof(
    { weight: 8, arbitrary: fitting(schema).map((value) => (JSON.stringify(value) as string | undefined) ?? 'null') },
    { weight: 2, arbitrary: anything.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', '[1e999]', '{"__proto__":1}', `${'['.repeat(5000)}${']'.repeat(5000)}`),
    },
  );
};

function requestTo(endpoint: Endpoint): fc.Arbitrary<Sent> {
  const parameters = endpoint.parameters ?? [];
  const values = fc.record(
    Object.fromEntries(
      parameters.map((parameter) => {
        const value = fc.oneof({ weight: 3, arbitrary: fitting(parameter.schema, 4) }, { weight: 1, arbitrary: text });
        return [parameter.name, fc.option(value.map(asText), { freq: parameter.in === 'query' ? 1 : 8 })];
      }),
    ),
  );
  return fc.record({ values, body: bodyOf(endpoint) }).map(({ values: given, body }) => {
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encode(given[name] ?? 'x'));
    const query = parameters
      .filter((parameter) => parameter.in === 'query' && given[parameter.name] != null)
      .map(({ name }) => `${name}=${encode(given[name]!)}`);
    return { method: endpoint.method, url: `${path}?${query.join('&')}`, body };
  });
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Half characters cannot be written in a URL, and `.` and `..` would be resolved away. */
const encode = (value: string): string => encodeURIComponent(value.toWellFormed()).replace(/^\.+$/, 'x');

it(`never answers 5xx to ${REQUESTS} random requests (seed ${SEED})`, async () => {
  const requests = fc.nat({ max: endpoints.length - 1 }).chain((index) => requestTo(endpoints[index]!));
  await fc.assert(
    fc.asyncProperty(requests, async ({ method, url, body }) => {
      const response = await fetch(`${app.url}${url}`, {
        method,
        ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
        signal: AbortSignal.timeout(10_000),
      });
      const answer = response.headers.get('content-type')?.startsWith('text/event-stream') ? '' : await response.text();
      await response.body?.cancel().catch(() => undefined);
      expect({ status: response.status < 500, answer: response.status < 500 ? '' : answer }).toEqual({
        status: true,
        answer: '',
      });
    }),
    { numRuns: REQUESTS, seed: SEED, endOnFailure: false },
  );
}, 600_000);
