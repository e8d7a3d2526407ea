type Node = Record<string, unknown>;

/**
 * Puts right what a description says otherwise than its own words or the live service, before anything is held
 * against it. Nothing else is let through.
 */
export function repairDescription(api: string, document: unknown): void {
  eachNode(document, repairNullable);
  eachNode(document, api === 'pandadoc' ? repairPandaDoc : repairHubSpot);
}

/**
 * OpenAPI 3.0 lets `nullable` stand beside an `enum` without null, or beside an `allOf` whose parts are not nullable
 * (the editing lock: "`null` when the document is not locked"); a JSON Schema validator then refuses null.
 */
function repairNullable(node: Node): void {
  if (node.nullable !== true) return;
  if (Array.isArray(node.enum)) node.enum.push(null);
  if (!Array.isArray(node.allOf)) return;
  node.anyOf = [{ allOf: node.allOf }, { enum: [null] }];
  delete node.allOf;
}

function repairPandaDoc(node: Node): void {
  const properties = isNode(node.properties) ? node.properties : {};
  // A quote's columns are typed as texts; real answers have booleans.
  if ('merge_name' in properties && isNode(properties.hidden)) properties.hidden.type = 'boolean';
  // The detail of a 400 is an object or a text; members/current refers to that body for its 401.
  if (hasObjectDetail(properties)) properties.detail = {};
  // What is sent off for approval first has no expiration yet; the other descriptions of a document say so.
  if (isNode(properties.expiration_date)) properties.expiration_date.nullable = true;
  // A date field that nobody filled in has the value null.
  if (typeOf(properties) === 'date' && isNode(properties.value)) properties.value.nullable = true;
}

/** Required in the description; the live service, its guides and its own SDK do without them. */
const OPTIONAL = [
  ...['after', 'associations', 'filterGroups', 'limit', 'properties', 'propertiesWithHistory', 'sorts'],
  ...['category', 'context', 'errors', 'links'],
];

function repairHubSpot(node: Node): void {
  const properties = isNode(node.properties) ? node.properties : {};
  const has = (...names: string[]): boolean => names.every((name) => isNode(properties[name]));
  const isRequest = has('inputs') || has('sorts') || (has('associations') && !has('createdAt'));
  const isError = has('correlationId', 'message') || has('context', 'category', 'message');
  if (Array.isArray(node.required) && (isRequest || isError || has('propertiesWithHistory'))) {
    node.required = node.required.filter((name) => !OPTIONAL.includes(String(name)));
  }
  // A sort is an object with a property and a direction; texts are taken too.
  if (has('sorts', 'filterGroups')) properties.sorts = { type: 'array', items: {} };
  // A text such as "Properties.PROPERTY_WITH_NAME_EXISTS", not an object.
  if (isError && isNode(properties.subCategory)) properties.subCategory = { type: 'string' };
  // The association that has no label.
  if (has('category', 'typeId') && isNode(properties.label)) properties.label.nullable = true;
  // A property that was asked for and is unset is null in answers.
  const values = isNode(properties.properties) ? properties.properties.additionalProperties : undefined;
  if (has('createdAt', 'updatedAt') && isNode(values)) values.nullable = true;
}

/** The body of an error: a type and its detail. */
function hasObjectDetail(properties: Node): boolean {
  return isNode(properties.type) && isNode(properties.detail) && properties.detail.type === 'object';
}

function typeOf(properties: Node): unknown {
  const type = isNode(properties.type) ? properties.type.enum : undefined;
  return Array.isArray(type) && type.length === 1 ? type[0] : undefined;
}

function eachNode(value: unknown, repair: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) eachNode(one, repair);
  if (!isNode(value)) return;
  repair(value);
  for (const inner of Object.values(value)) eachNode(inner, repair);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
