import { isEmail, type FoundSubject } from '../sdk/found-subject.js';
import type { HubSpotGateway } from './client.js';

/** As long as ids of HubSpot get. */
const ID = /^[1-9]\d{0,18}$/;

/**
 * Deals by their id or name, or by the e-mail of one of their contacts. HubSpot's search is some seconds behind
 * changes.
 */
export async function findSubjects(gateway: HubSpotGateway, text: string, limit: number): Promise<FoundSubject[]> {
  const deals = isEmail(text) ? await dealsOfPerson(gateway, text, limit) : await dealsCalled(gateway, text, limit);
  return deals.map(({ id, properties }) => ({ type: 'deal', id, name: properties.dealname ?? '' }));
}

/** A number is an id before it is part of a name. */
async function dealsCalled(gateway: HubSpotGateway, text: string, limit: number) {
  const [byId, named] = await Promise.all([
    ID.test(text) ? gateway.records('deals', [text], ['dealname']) : [],
    dealsNamed(gateway, text, limit),
  ]);
  return [...byId, ...named.filter(({ id }) => id !== text)].slice(0, limit);
}

async function dealsNamed(gateway: HubSpotGateway, query: string, limit: number) {
  const search = { query, groups: [], properties: ['dealname'], sortBy: 'createdate', descending: true, limit };
  return (await gateway.search('deals', search)).records;
}

async function dealsOfPerson(gateway: HubSpotGateway, email: string, limit: number) {
  const filter = { propertyName: 'email', operator: 'EQ' as const, value: email.toLowerCase() };
  const search = { groups: [[filter]], properties: ['email'], sortBy: 'createdate', limit: 5 };
  const contacts = (await gateway.search('contacts', search)).records.map(({ id }) => id);
  if (contacts.length === 0) return [];
  const deals = await gateway.associatedOfMany('contacts', contacts, 'deals');
  const ids = [...new Set([...deals.values()].flat())].sort((a, b) => Number(b) - Number(a));
  return gateway.records('deals', ids.slice(0, limit), ['dealname']);
}
