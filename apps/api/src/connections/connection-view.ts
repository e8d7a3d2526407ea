import { z } from 'zod';
import { baseUrlOf } from './base-url.js';
import type { Connection } from './connection.entity.js';

const BaseUrl = z
  .string()
  .max(500)
  .transform((text, context) => {
    const url = baseUrlOf(text);
    if (url !== null) return url;
    context.addIssue({ code: 'custom', message: 'Must be an https address, or an http address of this machine.' });
    return z.NEVER;
  })
  .describe('Where the API of the remote is; left out: its usual address');

const Name = z.string().trim().min(1).max(120);
const Credentials = z
  .record(z.string(), z.string().trim().min(1).max(4000))
  .describe('As the connector\'s credentials schema says, e.g. {"api_key": "…"}. Sealed when stored; never given back');
const NewCredentials = z
  .record(z.string(), z.string().trim().min(1).max(4000).nullable())
  .describe('As for a new connection. What is left out stays as it is stored; null forgets an optional one');

export const NewConnection = z
  .strictObject({
    connector: z.string().max(64),
    name: Name.optional().describe("Left out: the account's own name"),
    base_url: BaseUrl.optional(),
    credentials: Credentials,
  })
  .meta({ id: 'NewConnection' });
export type NewConnection = z.output<typeof NewConnection>;

export const ConnectionChange = z
  .strictObject({
    name: Name.optional(),
    base_url: BaseUrl.optional().describe('Only together with credentials, so that stored ones go nowhere new'),
    credentials: NewCredentials.optional(),
  })
  .meta({ id: 'ConnectionChange' });
export type ConnectionChange = z.output<typeof ConnectionChange>;

const AccountView = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()).optional().describe('Granted, where the remote tells'),
  currency: z.string().optional(),
});

export const ConnectionView = z
  .object({
    id: z.uuid(),
    connector: z.string(),
    name: z.string(),
    base_url: z.string(),
    account: AccountView.nullable(),
    stored: z.array(z.string()).describe('The names of the credentials that are stored, such as `access_token`'),
    missing_scopes: z
      .array(z.string())
      .describe(
        'What actions of the connector need and the account did not grant; empty where the remote does not tell',
      ),
    status: z.enum(['connected', 'paused']).describe('`paused`: nothing uses it; runs wait until it works again'),
    status_reason: z
      .string()
      .nullable()
      .describe('Paused: why. Connected: what does not work all the same, such as webhooks'),
    webhook: z.enum(['none', 'missing', 'subscribed']).describe('`none`: this remote needs none'),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: 'Connection' });
export type ConnectionView = z.output<typeof ConnectionView>;

export const ConnectionTest = z
  .object({
    works: z.boolean(),
    reason: z.string().nullable().describe('Why not, in the words of the remote'),
    connection: ConnectionView,
  })
  .meta({ id: 'ConnectionTest' });
export type ConnectionTest = z.output<typeof ConnectionTest>;

export type Shown = Pick<ConnectionView, 'stored' | 'missing_scopes'> & { takesWebhooks: boolean };

/** What may be shown of a connection: everything but its secrets. */
export function viewOf(connection: Connection, { takesWebhooks, ...shown }: Shown): ConnectionView {
  const subscribed = connection.webhookSubscriptionId !== null;
  return {
    id: connection.id,
    connector: connection.connector,
    name: connection.name,
    base_url: connection.baseUrl,
    account: connection.account,
    ...shown,
    status: connection.status,
    status_reason: connection.statusReason,
    webhook: !takesWebhooks ? 'none' : subscribed ? 'subscribed' : 'missing',
    created_at: connection.createdAt.toISOString(),
    updated_at: connection.updatedAt.toISOString(),
  };
}
