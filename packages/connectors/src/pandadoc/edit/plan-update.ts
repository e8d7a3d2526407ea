import type { Json, JsonObject } from '@tandem/recipes';
import { ConnectorError, type Problem } from '../../sdk/connector-error.js';
import type { Change, Plan } from '../../sdk/plan.js';
import type { Variable } from '../../sdk/pricing-row.js';
import { said } from '../../sdk/said.js';
import type { DocumentDetails } from '../answers/document-answer.js';
import { fieldChanges, fieldProblems, fieldsRequest, type FieldInput } from './field-input.js';
import { tableIsAsWanted, tableRequest, type TableInput } from './table-input.js';

export interface DocumentUpdate {
  name?: string | undefined;
  tokens: readonly Variable[];
  fields: readonly FieldInput[];
  pricing_tables: readonly TableInput[];
  metadata: Readonly<Record<string, string>>;
  tags: readonly string[];
}

interface Difference {
  property: string;
  before: Json;
  after: Json;
}

/** Only what differs from the document is changed; unknown fields and tables are refused by name. */
export function planUpdate(details: DocumentDetails, wanted: DocumentUpdate): Plan {
  refuseUnknown(details, wanted);
  const now = new Map(details.tokens.map(({ name, value }) => [name, value]));
  const renamed = wanted.name !== undefined && wanted.name !== details.name ? wanted.name : undefined;
  const tokens = wanted.tokens.filter(({ name, value }) => now.get(name) !== value);
  const fields = fieldChanges(details.fields, wanted.fields);
  const metadata = Object.entries(wanted.metadata).filter(([key, value]) => details.metadata[key] !== value);
  const tags = wanted.tags.filter((tag) => !details.tags.includes(tag));
  const tables = wanted.pricing_tables.filter((table) => !tableOf(details, table, tableIsAsWanted));
  const differences: Difference[] = [
    ...(renamed === undefined ? [] : [{ property: 'name', before: details.name, after: renamed }]),
    ...tokens.map(({ name, value }) => ({ property: `tokens.${name}`, before: now.get(name) ?? null, after: value })),
    ...fields.map(({ name, before, value }) => ({ property: `fields.${name}`, before, after: value })),
    ...metadata.map(([key, after]) => ({ property: `metadata.${key}`, before: details.metadata[key] ?? null, after })),
    ...(tags.length === 0 ? [] : [{ property: 'tags', before: details.tags, after: [...details.tags, ...tags] }]),
    ...tables.map((table) => tableDifference(details, table)),
  ];
  const patch: JsonObject = {
    ...(renamed === undefined ? {} : { name: renamed }),
    ...(tokens.length === 0 ? {} : { tokens }),
    ...(fields.length === 0 ? {} : { fields: fieldsRequest(fields) }),
    ...(metadata.length === 0 ? {} : { metadata: Object.fromEntries(metadata) }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(tables.length === 0 ? {} : { pricing_tables: tables.map(tableRequest) }),
  };
  return { changes: differences.map((difference) => changeOf(details, difference)), notes: [], data: patch };
}

const tableOf = (
  { pricing }: DocumentDetails,
  wanted: TableInput,
  accept: (table: DocumentDetails['pricing']['tables'][number], wanted: TableInput) => boolean,
) => pricing.tables.find((table) => table.name === wanted.name && accept(table, wanted));

function tableDifference(details: DocumentDetails, wanted: TableInput): Difference {
  const table = tableOf(details, wanted, () => true);
  const before = (table?.items ?? []).map(({ name, sku, price, qty }) => ({ name, sku, price, quantity: qty }));
  const after = wanted.rows.map(({ name, sku, price, quantity }) => ({ name, sku, price, quantity }));
  return { property: `pricing_tables.${wanted.name}`, before, after };
}

const changeOf = ({ id, name: label }: DocumentDetails, difference: Difference): Change => ({
  target: { connector: 'pandadoc', type: 'document', id, label },
  operation: 'update',
  ...difference,
});

function refuseUnknown(details: DocumentDetails, wanted: DocumentUpdate): void {
  const tables = wanted.pricing_tables
    .filter((table) => tableOf(details, table, () => true) === undefined)
    .map(({ name }): Problem => ({ subject: name, message: said`The document has no pricing table of this name.` }));
  const problems = [...fieldProblems(details.fields, wanted.fields), ...tables];
  const [first] = problems;
  if (first === undefined) return;
  throw new ConnectorError(
    'validation',
    said`"${details.name}" cannot be filled in. ${first.subject}: ${first.message}`,
    {
      problems,
      remedy: said`Use names that the template of the document has.`,
    },
  );
}
