import { options } from './property-definitions.js';
import type { PropertyDefinition } from './state.js';

/** A property type and the field that shows it. */
export type Kind = [type: string, fieldType: string];
export type Choice = readonly [value: string, label: string];

export const TEXT: Kind = ['string', 'text'];
export const LONG_TEXT: Kind = ['string', 'textarea'];
export const NUMBER: Kind = ['number', 'number'];
export const DAY: Kind = ['date', 'date'];
export const INSTANT: Kind = ['datetime', 'date'];
export const SELECT: Kind = ['enumeration', 'select'];
export const RADIO: Kind = ['enumeration', 'radio'];
export const CHECKBOXES: Kind = ['enumeration', 'checkbox'];
export const YES_NO: Kind = ['enumeration', 'booleancheckbox'];
export const BOOL: Kind = ['bool', 'booleancheckbox'];

interface Traits {
  choices?: Choice[];
  custom?: true;
  calculated?: true;
  readOnly?: true;
  unique?: true;
  owner?: true;
}

/** One property, as the seed lists write it down. */
export type Row = [name: string, label: string, kind: Kind, traits?: Traits];

const YES_OR_NO: Choice[] = [
  ['true', 'Yes'],
  ['false', 'No'],
];

/** The definition that the properties API answers for a row. `groupName` follows HubSpot's naming. */
export function definition(
  [name, label, [type, fieldType], traits = {}]: Row,
  group: string,
  at: string,
): PropertyDefinition {
  const choices = traits.choices ?? (fieldType === 'booleancheckbox' ? YES_OR_NO : []);
  const standard = traits.custom !== true;
  const readOnly = traits.calculated === true || traits.readOnly === true;
  return {
    name,
    label,
    type,
    fieldType: traits.calculated ? 'calculation_equation' : fieldType,
    groupName: group,
    description: '',
    options: options(choices),
    displayOrder: -1,
    calculated: traits.calculated === true,
    externalOptions: traits.owner === true,
    ...(traits.owner && { referencedObjectType: 'OWNER' }),
    hasUniqueValue: traits.unique === true,
    hidden: false,
    hubspotDefined: standard,
    formField: !readOnly,
    archived: false,
    createdAt: at,
    updatedAt: at,
    dataSensitivity: 'non_sensitive',
    modificationMetadata: {
      archivable: !standard,
      readOnlyDefinition: standard,
      readOnlyOptions: standard,
      readOnlyValue: readOnly,
    },
  };
}

/** Properties that HubSpot works out by itself. */
export const calculated = (kind: Kind, ...names: string[]): Row[] =>
  names.map((name) => [name, name.replace(/^hs_/, '').replaceAll('_', ' '), kind, { calculated: true }]);
