import { type Said, said } from '../../sdk/said.js';

/** What HubSpot knows of one property; the part of its definition that Tandem uses. */
export interface PropertyDefinition {
  name: string;
  label: string;
  type: string;
  fieldType: string;
  options: { label: string; value: string; hidden: boolean }[];
  /** Options are kept elsewhere (owners, stages of other objects). */
  externalOptions: boolean;
  referencedObjectType: string | null;
  calculated: boolean;
  readOnlyValue: boolean;
  hidden: boolean;
  archived: boolean;
  hubspotDefined: boolean;
  /** An amount in the currency of its deal or account. */
  isMoney: boolean;
}

/** Why nothing may be written to the property; null when it may. */
export function readOnlyReason(property: PropertyDefinition): Said | null {
  if (property.archived) return said`the property is archived in HubSpot`;
  if (property.calculated || property.fieldType.startsWith('calculation_')) return said`HubSpot calculates it itself`;
  if (property.readOnlyValue) return said`HubSpot lets nobody write it (read-only)`;
  return null;
}

export const isWritable = (property: PropertyDefinition): boolean => readOnlyReason(property) === null;
