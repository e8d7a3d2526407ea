import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Operation, type Document } from './contract-operation.js';
import { repairDescription } from './contract-repairs.js';

interface Entry {
  api: string;
  method: string;
  template: string;
  pattern: RegExp;
  operation: Operation;
}

/** Date-times must carry a zone; the numeric formats only say how wide a number is. */
const FORMATS = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  uuid: /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
  url: /^https?:\/\/\S+$/,
  binary: true,
  float: true,
  double: true,
  int32: true,
  int64: true,
} as const;

/** HubSpot takes several names for a kind of record; each description uses one of them. */
const DESCRIBED_AS = new Map([
  ['0-1', 'contacts'],
  ['0-2', 'companies'],
  ['0-7', 'products'],
  ['0-8', 'line_items'],
  ['0-46', 'notes'],
  ['contact', 'contacts'],
  ['company', 'companies'],
  ['deal', '0-3'],
  ['deals', '0-3'],
  ['product', 'products'],
  ['line_item', 'line_items'],
  ['note', 'notes'],
]);

/** All operations of the vendors' descriptions, found by method and path. */
export class Descriptions {
  private constructor(private readonly entries: Entry[]) {}

  static async load(folder: string): Promise<Descriptions> {
    const hubspot = (await readdir(join(folder, 'hubspot'))).filter((name) => name.endsWith('.json'));
    const entries = await Promise.all([
      read('pandadoc', join(folder, 'pandadoc.openapi.json')),
      ...hubspot.map((name) => read('hubspot', join(folder, 'hubspot', name))),
    ]);
    // "/documents/linked-objects" is no document: the template with the most literal text wins.
    return new Descriptions(entries.flat().sort((one, other) => literal(other).length - literal(one).length));
  }

  find(api: string, method: string, path: string): Operation | undefined {
    const named = asDescribed(path);
    return this.entries.find((entry) => entry.api === api && entry.method === method && entry.pattern.test(named))
      ?.operation;
  }
}

async function read(api: string, file: string): Promise<Entry[]> {
  const document = JSON.parse(await readFile(file, 'utf8')) as Document; // validated by its publisher
  repairDescription(api, document);
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, formats: FORMATS, logger: false });
  ajv.addSchema(document, file);
  const lenient = new Ajv({ strict: false, allErrors: true, coerceTypes: 'array', formats: FORMATS, logger: false });
  lenient.addSchema(document, file);
  return Object.entries(document.paths)
    .filter(([template]) => !template.includes('?')) // a second, multipart operation on the same path
    .flatMap(([template, methods]) =>
      Object.keys(methods).map((method) => ({
        api,
        method: method.toUpperCase(),
        template,
        pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}/?$`),
        operation: new Operation({ api, file, document, template, method, ajv, lenient }),
      })),
    );
}

function asDescribed(path: string): string {
  return path
    .replace(
      /^(\/crm\/(?:v3\/objects|objects\/2026-03)\/)([^/]+)/,
      (_all, start: string, name: string) => start + (DESCRIBED_AS.get(name) ?? name),
    )
    .replace(/^\/crm\/v4\/associations\/([^/]+)\/([^/]+)\/labels$/, '/crm/associations/v4/$1/$2/labels');
}

const literal = ({ template }: Entry): string => template.replace(/\{[^}]+\}/g, '');
