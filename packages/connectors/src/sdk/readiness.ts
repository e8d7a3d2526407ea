import type { DocumentField } from './pricing-row.js';

/** What an action asks of its account and of the document's template before it can work. */
export interface ActionNeeds {
  /** Scopes that the account must have granted; of several names in a list, any one will do. */
  scopes?: readonly (string | readonly string[])[];
  /** `pricing`: a pricing table or quote. `fields`: every field that names a property must name one that exists. */
  template?: 'pricing' | 'fields';
}

/** A template as its list tells it. */
export interface TemplateSummary {
  id: string;
  name: string;
  /** Changes whenever the content does. */
  version: string;
}

/** A folder of templates with what lies directly in it. `path` names it from the top, as people see it. */
export interface TemplateFolder {
  id: string;
  path: string[];
  templateIds: string[];
}

/** As much of a field as tells what it will write where. */
export type TemplateField = Pick<DocumentField, 'name' | 'title' | 'type'>;

/** What a template holds, as far as automations depend on it. */
export interface TemplateContent {
  hasPricing: boolean;
  fields: TemplateField[];
}

/** What documents are made from; offered by connectors whose subject is the document. */
export interface TemplateSource<Gateway> {
  /** At most 1,000. */
  list(gateway: Gateway): Promise<TemplateSummary[]>;
  /** All folders, whatever their depth; as many calls as there are folders and more. */
  folders(gateway: Gateway): Promise<TemplateFolder[]>;
  /** One call. Throws ConnectorError `not_found`. */
  content(gateway: Gateway, templateId: string): Promise<TemplateContent>;
}

/** A field whose merge field cannot be written. */
export interface UnfitField {
  mergeField: string;
  /** `several`: more than one property fits, see `candidates`. */
  reason: 'unknown' | 'several' | 'read_only';
  /** Names of properties: those that fit equally well, or one that was probably meant. */
  candidates: string[];
}

/** Tells which fields of a template name no property that could be written. */
export type CheckFields = (fields: readonly TemplateField[]) => UnfitField[];
