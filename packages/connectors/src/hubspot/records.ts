import { type Said, said } from '../sdk/said.js';

/** The object types that Tandem touches, as HubSpot's paths name them. */
export type ObjectType = 'deals' | 'companies' | 'contacts' | 'line_items' | 'products' | 'notes' | 'tasks';

export type PropertyValues = Record<string, string | null>;

export interface HubSpotRecord {
  /** A numeric string; after a merge it may differ from the id that was asked for. */
  id: string;
  properties: PropertyValues;
}

interface AssociationType {
  category: string;
  typeId: number;
}

export interface AssociatedRecord {
  id: string;
  types: AssociationType[];
}

/** Ids of HubSpot's own associations; numbers repeat across categories, so both are always compared. */
export const ASSOCIATION = {
  dealToPrimaryCompany: 5,
  lineItemToDeal: 20,
  noteToDeal: 214,
  taskToDeal: 216,
} as const;

export const isPrimaryCompany = (company: AssociatedRecord): boolean =>
  company.types.some((type) => type.category === 'HUBSPOT_DEFINED' && type.typeId === ASSOCIATION.dealToPrimaryCompany);

export interface NewRecord {
  properties: Record<string, string>;
  /** The deal that it belongs to. */
  dealId: string;
  associationTypeId: number;
}

/** One record that HubSpot refused out of a batch; `index` points into what was sent, when HubSpot tells. */
export interface RefusedRecord {
  index: number | undefined;
  id: string | undefined;
  category: string;
  message: Said;
}

export interface PipelineInfo {
  id: string;
  label: string;
  stages: { id: string; label: string }[];
}

export interface OwnerInfo {
  id: string;
  name: string;
  email: string | null;
}

export interface PortalInfo {
  portalId: string;
  uiDomain: string | null;
  currency: string | null;
  timeZone: string | undefined;
}

/** HubSpot's cap on the inputs of one batch. */
export const BATCH_LIMIT = 100;

/** For people. */
export const RECORD_NAMES: Record<ObjectType, Said> = {
  deals: said`deal`,
  companies: said`company`,
  contacts: said`contact`,
  line_items: said`line item`,
  products: said`product`,
  notes: said`note`,
  tasks: said`task`,
};

export const RECORD_PLURALS: Record<ObjectType, Said> = {
  deals: said`deals`,
  companies: said`companies`,
  contacts: said`contacts`,
  line_items: said`line items`,
  products: said`products`,
  notes: said`notes`,
  tasks: said`tasks`,
};

export interface SearchFilter {
  propertyName: string;
  operator: 'EQ' | 'NEQ' | 'LT' | 'LTE' | 'GT' | 'GTE' | 'IN' | 'CONTAINS_TOKEN' | 'HAS_PROPERTY' | 'NOT_HAS_PROPERTY';
  value?: string;
  values?: string[];
}

/** Groups are alternatives; the filters of a group must all hold. At most 5 groups of 6 filters, 200 rows per page. */
export interface Search {
  query?: string;
  groups: SearchFilter[][];
  properties: readonly string[];
  sortBy: string;
  /** Default: smallest first. */
  descending?: boolean;
  limit: number;
  after?: string;
}
