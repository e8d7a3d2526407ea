import type { HubSpotGateway } from './client.js';
import type { HubSpotRecord } from './records.js';

/** The deal's own currency, else the account's. The deal is read with `deal_currency_code`. */
export async function dealCurrency(gateway: HubSpotGateway, deal: HubSpotRecord): Promise<string | null> {
  const own = deal.properties.deal_currency_code ?? '';
  return own === '' ? (await gateway.account()).currency : own;
}
