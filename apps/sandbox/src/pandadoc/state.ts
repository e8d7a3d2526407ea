import type { Document } from './model/document.js';
import { Settings, WebhookSwitches } from './model/settings.js';
import type { Template } from './model/template.js';
import type { Delivery, OutgoingEvent, Subscription } from './model/webhook.js';
import { seedFolders, seedTemplateFolders, type Folder } from './seed/folders.js';
import { seedTemplates } from './seed/templates.js';
import { seedContacts, seedMembers, workspace, type Contact, type Member } from './seed/people.js';

/** Something the twin does later; kept in the state so that a restart does not lose it. */
export type Job = { id: string; at: number } & (
  | { kind: 'finish_create'; document_id: string }
  | { kind: 'announce_pdf'; document_id: string; date_completed: string }
  | { kind: 'flush_events'; subscription_uuid: string }
  | { kind: 'deliver'; delivery_uuid: string }
);

/** How a caller may present himself, and what the credential behaves like. */
export type Credential = {
  scheme: 'API-Key' | 'Bearer';
  secret: string;
  /** A key of PandaDoc's API sandbox: names get `[DEV]`, PDFs a watermark, protected ones are refused. */
  sandbox: boolean;
  member_id: string;
};

/** Everything the twin knows, as plain JSON. */
export type PandaDocState = {
  workspace: { id: string; name: string };
  credentials: Credential[];
  members: Member[];
  contacts: Contact[];
  folders: Folder[];
  template_folders: Folder[];
  templates: Template[];
  documents: Document[];
  subscriptions: Subscription[];
  /** Events that wait for a batch or for being put out of order. */
  outbox: OutgoingEvent[];
  deliveries: Delivery[];
  jobs: Job[];
  settings: Settings;
  webhook_switches: WebhookSwitches;
  /** Requests of the last minute: bucket name to times in ms. */
  recent_calls: Record<string, number[]>;
  /** The last time handed out, in microseconds; times never repeat. */
  last_stamp: number;
};

/** The twin and what it needs from the outside. `state` may be replaced as a whole at any time. */
export interface PandaDocWorld {
  state: PandaDocState;
  now(): Date;
  /** Called after each change, so that the state can be saved. */
  onChange?: (() => void) | undefined;
  /** PandaDoc asks the connected CRM whether the object of a link exists. */
  hubspotDealExists(id: string): boolean;
  /** Set while the routes are up: looks at the jobs again. */
  wake?: (() => void) | undefined;
}

/** A workspace with four templates and no documents. */
export function seedPandaDoc(now: Date): PandaDocState {
  const members = seedMembers(now);
  const memberId = members[0]?.membership_id ?? '';
  return {
    workspace,
    credentials: [
      { scheme: 'API-Key', secret: 'sandbox-production-key', sandbox: false, member_id: memberId },
      { scheme: 'API-Key', secret: 'sandbox-dev-key', sandbox: true, member_id: memberId },
      { scheme: 'Bearer', secret: 'sandbox-access-token', sandbox: false, member_id: memberId },
    ],
    members,
    contacts: seedContacts(),
    folders: seedFolders(now),
    template_folders: seedTemplateFolders(now),
    templates: seedTemplates(now),
    documents: [],
    subscriptions: [],
    outbox: [],
    deliveries: [],
    jobs: [],
    settings: Settings.parse({}),
    webhook_switches: WebhookSwitches.parse({}),
    recent_calls: {},
    last_stamp: 0,
  };
}
