import type { Config } from '../config/config.js';

export interface EnvironmentAccount {
  /** What to look at when it does not work. */
  variable: string;
  connector: string;
  credentials: Record<string, string>;
}

/** The accounts that the environment names. */
export function environmentAccounts({
  hubspotAccessToken,
  pandadocApiKey,
}: Pick<Config, 'hubspotAccessToken' | 'pandadocApiKey'>): EnvironmentAccount[] {
  const accounts: EnvironmentAccount[] = [];
  if (hubspotAccessToken !== undefined) {
    const credentials = { access_token: hubspotAccessToken };
    accounts.push({ variable: 'HUBSPOT_ACCESS_TOKEN', connector: 'hubspot', credentials });
  }
  if (pandadocApiKey !== undefined) {
    accounts.push({ variable: 'PANDADOC_API_KEY', connector: 'pandadoc', credentials: { api_key: pandadocApiKey } });
  }
  return accounts;
}
