import type { WebhookSettings } from './webhooks/webhook-settings.js';

/** The twin's whole memory of one HubSpot portal. Plain JSON: it can be saved, compared and reseeded. */

export type Properties = Record<string, string>;

/** One CRM record. A property that is absent is unset; HubSpot then answers null when it is asked for. */
export interface StoredRecord {
  id: string;
  properties: Properties;
  created_at: string;
  updated_at: string;
  archived: boolean;
  archived_at: string | null;
  /** The record that it went into; itself it is in no list any more. */
  merged_into?: string;
  /** While search lags behind (setting `search_delay_ms`): what it still shows, and until when (ms since 1970). */
  search_lag: { until: number; shown: Properties | null } | null;
}

export interface PropertyOption {
  label: string;
  value: string;
  displayOrder: number;
  hidden: boolean;
  description: string;
}

/** A property definition in the shape in which the properties API answers it. */
export interface PropertyDefinition {
  name: string;
  label: string;
  type: string;
  fieldType: string;
  groupName: string;
  description: string;
  options: PropertyOption[];
  displayOrder: number;
  calculated: boolean;
  externalOptions: boolean;
  referencedObjectType?: string;
  hasUniqueValue: boolean;
  hidden: boolean;
  hubspotDefined: boolean;
  formField: boolean;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
  dataSensitivity: 'non_sensitive';
  modificationMetadata: {
    archivable: boolean;
    readOnlyDefinition: boolean;
    readOnlyOptions: boolean;
    readOnlyValue: boolean;
  };
}

export interface PipelineStage {
  id: string;
  label: string;
  displayOrder: number;
  metadata: Record<string, string>;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
  writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT' | 'READ_ONLY' | 'INTERNAL_ONLY';
}

export interface Pipeline {
  id: string;
  label: string;
  displayOrder: number;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
  stages: PipelineStage[];
}

export interface Owner {
  id: string;
  email: string;
  type: 'PERSON';
  firstName: string;
  lastName: string;
  userId: number;
  userIdIncludingInactive: number;
  createdAt: string;
  updatedAt: string;
  archived: boolean;
}

/** A label that the portal's admin made: both directions of it. */
export interface UserLabel {
  from: string;
  to: string;
  typeId: number;
  label: string;
  inverseTypeId: number;
  inverseLabel: string;
  name: string;
}

export interface Folder {
  id: string;
  name: string;
  parent_id: string | null;
  path: string;
  created_at: string;
}

export interface StoredFile {
  id: string;
  name: string;
  extension: string;
  folder_id: string | null;
  path: string;
  access: string;
  mime: string;
  size: number;
  md5: string;
  content_base64: string;
  created_at: string;
  updated_at: string;
  archived: boolean;
}

export interface AccessToken {
  kind: 'private' | 'oauth';
  scopes: string[];
  /** null: never. */
  expires_at: string | null;
}

interface RefreshToken {
  client_id: string;
  scopes: string[];
}

interface AuthorizationCode {
  client_id: string;
  redirect_uri: string;
  scopes: string[];
  expires_at: string;
}

/** Calls of one token: instants (ms) inside the rolling window, searches of the last second, calls of the day. */
export interface Usage {
  recent: number[];
  searches: number[];
  day: string;
  today: number;
}

export interface HubSpotSettings {
  rate_per_10s: number;
  daily_limit: number;
  search_per_second: number;
  /** How long a write stays invisible to search, in milliseconds. */
  search_delay_ms: number;
  /** The portal's "default deal amount": when on, the deal's amount follows its line items (total contract value). */
  auto_update_amount: boolean;
  /** What makes an uploaded file a duplicate: nobody outside HubSpot has confirmed it, so it can be chosen. */
  file_duplicates_by: 'name' | 'content' | 'name_and_content';
}

export interface Portal {
  id: number;
  ui_domain: string;
  time_zone: string;
  utc_offset: string;
  company_currency: string;
  additional_currencies: string[];
  /** One unit of the currency in the company's currency, as a decimal string. */
  exchange_rates: Record<string, string>;
  created_at: string;
}

export interface TaxRate {
  id: string;
  name: string;
  label: string;
  percentage: string;
}

/** from type → from id → to type → to id → association types, written "CATEGORY:typeId". Kept in both directions. */
type Links = Record<string, Record<string, Record<string, Record<string, string[]>>>>;

export interface HubSpotState {
  portal: Portal;
  settings: HubSpotSettings;
  webhooks: WebhookSettings;
  tokens: Record<string, AccessToken>;
  refresh_tokens: Record<string, RefreshToken>;
  codes: Record<string, AuthorizationCode>;
  usage: Record<string, Usage>;
  /** Signs download links. */
  secret: string;
  last_ids: Record<string, number>;
  records: Record<string, Record<string, StoredRecord>>;
  links: Links;
  labels: UserLabel[];
  properties: Record<string, Record<string, PropertyDefinition>>;
  pipelines: Record<string, Pipeline[]>;
  owners: Owner[];
  tax_rates: TaxRate[];
  folders: Record<string, Folder>;
  files: Record<string, StoredFile>;
}
