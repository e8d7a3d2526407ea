import { expect, it } from '@jest/globals';
import { connectors } from '../catalogue/connectors.js';
import { environmentAccounts } from './environment-accounts.js';

it('names no account where the environment names none', () => {
  expect(environmentAccounts({ hubspotAccessToken: undefined, pandadocApiKey: undefined })).toEqual([]);
});

it('gives each connector the credentials that it takes', () => {
  const accounts = environmentAccounts({ hubspotAccessToken: 'pat-1', pandadocApiKey: 'key-1' });
  expect(accounts.map(({ connector }) => connector)).toEqual(['hubspot', 'pandadoc']);
  for (const { connector, credentials } of accounts) {
    const schema = connectors.find(({ key }) => key === connector)?.credentials;
    expect(schema?.parse(credentials)).toEqual(credentials);
  }
});
