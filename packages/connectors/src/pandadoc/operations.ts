import { type Said, said } from '../sdk/said.js';

interface Operation {
  /** Completes "PandaDoc could not …". */
  does: Said;
  /** Calls per sliding minute and user; published by the vendor, 100 where it publishes none. */
  perMinute: number;
}

const describe = (does: Said, perMinute = 100): Operation => ({ does, perMinute });

/**
 * Every operation that is counted on its own. Sandbox keys get only 10 calls per minute of each; what they are refused
 * beyond that tells the budget. https://developers.pandadoc.com/reference/limits
 */
export const operations = {
  'member.current': describe(said`say whose key this is`),
  'document.status': describe(said`read the status of the document`, 2000),
  'document.details': describe(said`read the document`, 600),
  'document.list': describe(said`list documents`, 2000),
  'document.create': describe(said`create the document`, 500),
  'document.update': describe(said`update the document`),
  'document.send': describe(said`send the document`, 400),
  'document.change_status': describe(said`change the status of the document`),
  'document.download': describe(said`give out the PDF`, 100),
  'document.download_protected': describe(said`give out the signed PDF`, 300),
  'quote.update': describe(said`update the quote`),
  'linked_objects.read': describe(said`read the CRM links of the document`),
  'linked_objects.find': describe(said`find the documents of the deal`),
  'linked_objects.create': describe(said`link the document`),
  'linked_objects.delete': describe(said`remove the CRM link of the document`),
  'contact.list': describe(said`find the contact`),
  'template.list': describe(said`list templates`),
  'template.details': describe(said`read the template`, 300),
  'folder.list': describe(said`list folders`),
  'webhook.list': describe(said`list webhook subscriptions`),
  'webhook.create': describe(said`create the webhook subscription`),
  'webhook.update': describe(said`update the webhook subscription`),
  'webhook.delete': describe(said`delete the webhook subscription`),
  'webhook.history': describe(said`list what it delivered`),
  'webhook.delivery': describe(said`give out what it delivered`),
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

const MINUTE_MS = 60_000;

/** The same for the budget of a connection. */
export const limits = Object.fromEntries(
  Object.entries(operations).map(([name, { perMinute }]) => [name, { limit: perMinute, intervalMs: MINUTE_MS }]),
);
