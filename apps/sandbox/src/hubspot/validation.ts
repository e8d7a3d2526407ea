import { ApiError, validationError, type ErrorDetail } from './errors.js';
import { CONTACTS, DEALS, PRODUCTS, type ObjectType } from './object-types.js';
import { definitionOf, definitionsOf } from './property-definitions.js';
import { readValue, type ValueReading } from './property-values.js';
import type { HubSpotState, Properties, PropertyDefinition, StoredRecord } from './state.js';
import { own } from './world.js';

export const DEFAULT_PIPELINE = 'default';

type WrittenValue = string | number | boolean | null;
export type WrittenProperties = Record<string, WrittenValue>;

interface Refusal {
  name: string;
  value: string;
  code: string;
  message: string;
}

/** Where values are being written: `record` is undefined while one is created. */
interface Place {
  state: HubSpotState;
  type: ObjectType;
  record: StoredRecord | undefined;
}

/**
 * Checks every written property and answers the texts to keep ("" clears, null is passed over). All bad properties
 * are refused together in one 400. `record` is the record being changed, undefined when one is created.
 */
export function acceptProperties(
  state: HubSpotState,
  type: ObjectType,
  written: WrittenProperties,
  record: StoredRecord | undefined,
): Properties {
  const place = { state, type, record };
  const accepted: Properties = {};
  const refused: Refusal[] = [];
  for (const [name, raw] of Object.entries(written)) {
    if (raw === null) continue;
    const value = String(raw);
    const reading = readProperty(place, name, value);
    if ('value' in reading) accepted[name] = reading.value;
    else refused.push({ name, value, ...reading });
  }
  if (!record) refused.push(...missing(type, accepted, refused));
  if (type.id === DEALS) refused.push(...misplacedStage(place, accepted, refused));
  if (refused.length > 0) throw notValid(state, refused);
  refuseTakenEmail(place, accepted);
  return accepted;
}

function readProperty(place: Place, name: string, value: string): ValueReading {
  const definition = definitionOf(place.state, place.type.id, name);
  if (!definition || definition.archived) {
    return { code: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` };
  }
  if (definition.calculated || definition.modificationMetadata.readOnlyValue) {
    return { code: 'READ_ONLY_VALUE', message: `"${name}" is a read only property; its value cannot be set.` };
  }
  if (value === '') return { value };
  const reading = readValue(definition, value, place.record?.properties[name]);
  if (!('value' in reading)) return reading;
  return (
    refersToNothing(place.state, definition, reading.value) ?? alreadyTaken(place, definition, reading.value) ?? reading
  );
}

/** Records that are created together must not share a unique value either. */
export function refuseSharedValues(state: HubSpotState, type: ObjectType, all: Properties[]): void {
  const unique = definitionsOf(state, type.id).filter(({ hasUniqueValue }) => hasUniqueValue);
  for (const { name } of unique) {
    const values = all.map((properties) => own(properties, name)).filter((value) => value !== undefined);
    const twice = values.find((value, at) => values.indexOf(value) !== at);
    if (twice === undefined) continue;
    const message = `The batch gives the value ${twice} of ${name} to several records.`;
    throw notValid(state, [{ name, value: twice, code: 'CONFLICTING_UNIQUE_VALUE', message }]);
  }
}

function refersToNothing(state: HubSpotState, definition: PropertyDefinition, value: string): ValueReading | undefined {
  if (definition.referencedObjectType === 'OWNER' && !state.owners.some((owner) => owner.id === value)) {
    return { code: 'INVALID_OWNER_ID', message: `Owner ${value} does not exist` };
  }
  if (definition.name === 'hs_product_id') {
    const product = own(state.records[PRODUCTS] ?? {}, value);
    if (!product || product.archived) return { code: 'INVALID_PRODUCT_ID', message: `Product ${value} does not exist` };
  }
  return undefined;
}

/** Contacts answer a taken e-mail address with a 409 of its own, see `refuseTakenEmail`. */
function alreadyTaken(place: Place, definition: PropertyDefinition, value: string): ValueReading | undefined {
  if (!definition.hasUniqueValue || definition.name === 'email') return undefined;
  const holder = findByValue(place.state, place.type.id, definition.name, value);
  if (!holder || holder.id === place.record?.id) return undefined;
  return {
    code: 'CONFLICTING_UNIQUE_VALUE',
    message: `${holder.id} already has the value ${value} in ${definition.name}.`,
  };
}

/** The live record of a type that holds a value in a property. */
export function findByValue(state: HubSpotState, type: string, name: string, value: string): StoredRecord | undefined {
  return Object.values(state.records[type] ?? {}).find(
    (record) => !record.archived && own(record.properties, name) === value,
  );
}

function missing(type: ObjectType, accepted: Properties, refused: Refusal[]): Refusal[] {
  return type.required
    .filter((name) => !accepted[name] && !refused.some((refusal) => refusal.name === name))
    .map((name) => ({
      name,
      value: '',
      code: 'MISSING_REQUIRED_PROPERTY',
      message: `Property "${name}" is required to create a ${type.singular}`,
    }));
}

/**
 * A stage must belong to the pipeline that the deal will be in. HubSpot's own answer to a stage of another pipeline is
 * not published; the twin refuses it as an invalid option of `dealstage`.
 */
function misplacedStage({ state, record }: Place, accepted: Properties, refused: Refusal[]): Refusal[] {
  if (accepted.pipeline === undefined && accepted.dealstage === undefined) return [];
  if (refused.some(({ name }) => name === 'pipeline' || name === 'dealstage')) return [];
  const pipelineId = accepted.pipeline ?? record?.properties.pipeline ?? DEFAULT_PIPELINE;
  const stageId = accepted.dealstage ?? record?.properties.dealstage ?? '';
  const pipeline = (state.pipelines[DEALS] ?? []).find(({ id }) => id === pipelineId);
  if (pipeline?.stages.some(({ id }) => id === stageId)) return [];
  const allowed = (pipeline?.stages ?? []).map(({ id, label }) => `label: "${label}"\nvalue: "${id}"\n`).join(', ');
  const message = `${stageId} was not one of the allowed options: [${allowed}] of pipeline ${pipelineId}`;
  return [{ name: 'dealstage', value: stageId, code: 'INVALID_OPTION', message }];
}

function notValid(state: HubSpotState, refused: Refusal[]): ApiError {
  const embedded = refused.map(({ name, value, code, message }) => ({
    isValid: false,
    message,
    error: code,
    name,
    localizedErrorMessage: message,
    propertyValue: value,
    portalId: state.portal.id,
  }));
  const errors: ErrorDetail[] = refused.map(({ name, code, message }) => ({
    message,
    code,
    context: { propertyName: [name] },
  }));
  return validationError(`Property values were not valid: ${JSON.stringify(embedded)}`, { errors });
}

function refuseTakenEmail({ state, type, record }: Place, accepted: Properties): void {
  const email = accepted.email;
  if (type.id !== CONTACTS || !email) return;
  const holder = findByValue(state, CONTACTS, 'email', email);
  if (!holder || holder.id === record?.id) return;
  throw new ApiError(409, `Contact already exists. Existing ID: ${holder.id}`, { category: 'CONFLICT' });
}
