import type { Config } from '../config/config.js';
import type { Connection } from './connection.entity.js';

/** Where a remote delivers the events of its subscription for one connection. */
export const subscriptionAddress = ({ publicUrl }: Config, { connector, id }: Connection): string =>
  `${publicUrl}/webhooks/${connector}/${id}`;

/** Where the app of a remote delivers the changes of all accounts; a person copies it into the settings of that app. */
export const appAddress = ({ publicUrl }: Config, connector: string): string =>
  `${publicUrl}/api/webhooks/${connector}`;
