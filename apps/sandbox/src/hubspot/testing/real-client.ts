import { createRequire } from 'node:module';
import type { Json } from './twin.js';

/** The connectors' workspace has HubSpot's own client installed: here it judges the twin's answers independently. */
const connectors = createRequire(new URL('../../../../../packages/connectors/package.json', import.meta.url));

/** HubSpot's client, pointed at a base URL. Untyped: what it returns is asserted. */
export function realClient(basePath: string, accessToken: string): Json {
  const { Client } = connectors('@hubspot/api-client'); // a foreign CommonJS module
  return new Client({ accessToken, basePath });
}
