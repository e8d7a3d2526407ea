export { ConnectorError, type ErrorClass, type Problem } from './sdk/connector-error.js';
export type { Action, ActionContext, ReadAction, WriteAction } from './sdk/action.js';
export type { Account, Connector, LinkedDocument } from './sdk/connector.js';
export type { DocumentPage, DocumentSearch, ListedDocument } from './sdk/document-search.js';
export { FileRef, type FileStore } from './sdk/file-store.js';
export type { PickList, PickListItem } from './sdk/pick-list.js';
export type { Applied, Change, Note, Plan } from './sdk/plan.js';
export { DocumentField, LineItem, PricingRow, Variable } from './sdk/pricing-row.js';
export { BudgetSpent } from './sdk/budget-spent.js';
export { limitGroupOf } from './sdk/limit-group.js';
export { LocalRateBudget, type CallLimit, type LocalRateBudgetOptions } from './sdk/local-rate-budget.js';
export type {
  ActionNeeds,
  CheckFields,
  TemplateContent,
  TemplateFolder,
  TemplateSource,
  TemplateSummary,
  UnfitField,
} from './sdk/readiness.js';
export type { RateBudget, RateLimitSeen } from './sdk/rate-budget.js';
export type { Fate } from './sdk/fate.js';
export type { FoundSubject } from './sdk/found-subject.js';
export { MadeChange, UndoOutput } from './sdk/undo.js';
export type {
  CatchUp,
  DeliveryRecord,
  IncomingEvent,
  Nudges,
  RawRequest,
  SignedRequest,
  Snapshot,
  Touched,
  Trigger,
  Webhook,
  WebhookHealth,
} from './sdk/trigger.js';
export { pandadoc } from './pandadoc/connector.js';
export { hubspot } from './hubspot/connector.js';
