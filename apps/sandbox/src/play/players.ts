import type { Api } from '../api.js';
import type { WorldState } from '../persistence/world-state.js';

const TOKEN = 'pat-sandbox-console';
const KEY = 'sandbox-console-key';

/** The people at the console have credentials of their own: what they do must not use up a connection's limits. */
export function letPlayersIn({ hubspot, pandadoc }: WorldState): void {
  const scopes = [...new Set(Object.values(hubspot.tokens).flatMap((token) => token.scopes))];
  hubspot.tokens[TOKEN] = { kind: 'private', scopes, expires_at: null };
  const salesperson = pandadoc.members.at(-1);
  if (!salesperson || pandadoc.credentials.some(({ secret }) => secret === KEY)) return;
  const { membership_id } = salesperson;
  pandadoc.credentials.push({ scheme: 'API-Key', secret: KEY, sandbox: false, member_id: membership_id });
}

/** The headers with which they call each API. HubSpot counts calls by token: theirs start from nothing each time. */
export function playersCredentials({ hubspot }: WorldState): Record<Api, string> {
  hubspot.usage[TOKEN] = { recent: [], searches: [], day: '', today: 0 };
  return { hubspot: `Bearer ${TOKEN}`, pandadoc: `API-Key ${KEY}` };
}
