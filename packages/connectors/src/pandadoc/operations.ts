interface Operation {
  /** Completes "PandaDoc could not …". */
  does: string;
  /** Calls per sliding minute and user; published by the vendor, 100 where it publishes none. */
  perMinute: number;
}

const describe = (does: string, perMinute = 100): Operation => ({ does, perMinute });

/**
 * Every operation that is counted on its own. Sandbox keys get only 10 calls per minute of each; what they are refused
 * beyond that tells the budget. https://developers.pandadoc.com/reference/limits
 */
export const operations = {
  'member.current': describe('say whose key this is'),
  'document.status': describe('read the status of the document', 2000),
  'document.details': describe('read the document', 600),
  'document.list': describe('list documents', 2000),
  'document.create': describe('create the document', 500),
  'document.update': describe('update the document'),
  'document.send': describe('send the document', 400),
  'document.change_status': describe('change the status of the document'),
  'document.download': describe('give out the PDF', 100),
  'document.download_protected': describe('give out the signed PDF', 300),
  'quote.update': describe('update the quote'),
  'linked_objects.read': describe('read the CRM links of the document'),
  'linked_objects.find': describe('find the documents of the deal'),
  'linked_objects.create': describe('link the document'),
  'linked_objects.delete': describe('remove the CRM link of the document'),
  'contact.list': describe('find the contact'),
  'template.list': describe('list templates'),
  'template.details': describe('read the template', 300),
  'folder.list': describe('list folders'),
  'webhook.list': describe('list webhook subscriptions'),
  'webhook.create': describe('create the webhook subscription'),
  'webhook.update': describe('update the webhook subscription'),
  'webhook.delete': describe('delete the webhook subscription'),
  'webhook.history': describe('list what it delivered'),
  'webhook.delivery': describe('give out what it delivered'),
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

const MINUTE_MS = 60_000;

/** The same for the budget of a connection. */
export const limits = Object.fromEntries(
  Object.entries(operations).map(([name, { perMinute }]) => [name, { limit: perMinute, intervalMs: MINUTE_MS }]),
);
