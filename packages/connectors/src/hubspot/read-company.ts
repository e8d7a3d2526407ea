import type { HubSpotGateway } from './client.js';
import { isPrimaryCompany, type HubSpotRecord } from './records.js';

/** The id of the deal's primary company; null when it has none. Other companies of the deal never take its place. */
export async function primaryCompanyId(gateway: HubSpotGateway, dealId: string): Promise<string | null> {
  const companies = await gateway.associated('deals', dealId, 'companies');
  return companies.find(isPrimaryCompany)?.id ?? null;
}

export async function readPrimaryCompany(
  gateway: HubSpotGateway,
  dealId: string,
  properties: readonly string[],
): Promise<HubSpotRecord | null> {
  const id = await primaryCompanyId(gateway, dealId);
  return id === null ? null : gateway.record('companies', id, properties);
}
