import type { z } from 'zod';
import type { Action } from './action.js';
import type { Fate } from './fate.js';
import type { FoundSubject } from './found-subject.js';
import type { DocumentPage, DocumentSearch } from './document-search.js';
import type { CallLimit } from './local-rate-budget.js';
import type { PickList } from './pick-list.js';
import type { RateBudget } from './rate-budget.js';
import type { ActionNeeds, CheckFields, TemplateSource } from './readiness.js';
import type { CatchUp, Nudges, Trigger, Webhook } from './trigger.js';
import type { UndoAction } from './undo.js';

/** The account behind a connection, as the remote names it. */
export interface Account {
  id: string;
  name: string;
  /** Granted scopes where the remote tells. */
  scopes?: string[];
  currency?: string;
}

export interface OpenConnection<Credentials> {
  credentials: Credentials;
  /** Origin without a trailing slash. */
  baseUrl: string;
  budget: RateBudget;
  /** Is told what a call found out to have become of a record. */
  hearFate?(fate: Fate): void;
}

/** A document of a deal, as far as matching needs it. */
export interface LinkedDocument {
  documentId: string;
  templateId: string | null;
  status: string;
}

/** All that Tandem knows of one remote system: data, and small functions over its gateway. */
export interface Connector<Gateway = unknown, Credentials extends z.ZodType = z.ZodType> {
  key: string;
  title: string;
  /** A strict object; every property is a secret. */
  credentials: Credentials;
  defaultBaseUrl: string;
  /** What the remote allows, by operation of the gateway; the budget of a connection starts from it. */
  limits?: Readonly<Record<string, CallLimit>>;
  open(connection: OpenConnection<z.output<Credentials>>): Gateway;
  /** Asks the remote who we are; throws ConnectorError `auth` when the credentials are refused. */
  test(gateway: Gateway): Promise<Account>;
  triggers: Trigger<Gateway>[];
  actions: Action<Gateway>[];
  /** Takes back what the actions made; performed like any of them, but never offered to recipes. */
  undo?: UndoAction<Gateway>;
  pickLists: PickList<Gateway>[];
  /** By the key of the action; an action that is not named needs nothing in particular. */
  needs?: Readonly<Record<string, ActionNeeds>>;
  templates?: TemplateSource<Gateway>;
  /** Reads the properties that there are; the answer checks any number of templates without another call. */
  openFieldCheck?(gateway: Gateway): Promise<CheckFields>;
  webhook?: Webhook<Gateway>;
  /** Webhooks that only say where to look. */
  nudges?: Nudges;
  /** Behind webhooks: finds those that never came. */
  catchUp?: CatchUp<Gateway>;
  /** The documents linked to a deal, newest first; offered by connectors whose subject is the document. */
  documentsOfDeal?(gateway: Gateway, dealId: string): Promise<LinkedDocument[]>;
  /** One page of the documents that a search finds, counted from 1, in one call. */
  documentsWhere?(gateway: Gateway, search: DocumentSearch, page: number): Promise<DocumentPage>;
  /** Deals or documents by name, or by the e-mail of a person on them; at most `limit`, in a call or three. */
  find?(gateway: Gateway, text: string, limit: number): Promise<FoundSubject[]>;
}

export function defineConnector<Gateway, Credentials extends z.ZodType>(
  connector: Connector<Gateway, Credentials>,
): Connector<Gateway, Credentials> {
  return connector;
}
