import type { NewConnection } from './connection-view.js';

/** How the two accounts of the local twin are connected. @param sandboxUrl without a slash at the end */
export const sandboxAccounts = (sandboxUrl: string): NewConnection[] => [
  {
    connector: 'hubspot',
    base_url: `${sandboxUrl}/hubspot`,
    credentials: { access_token: 'pat-sandbox-hubspot', client_secret: 'sandbox-hubspot-client-secret' },
  },
  {
    connector: 'pandadoc',
    base_url: `${sandboxUrl}/pandadoc`,
    credentials: { api_key: 'sandbox-production-key' },
  },
];
