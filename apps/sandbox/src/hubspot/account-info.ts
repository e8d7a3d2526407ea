import type { FastifyInstance } from 'fastify';
import { allow } from './auth.js';
import { recordNotFound } from './errors.js';
import { instant, type HubSpotWorld } from './world.js';

const CURRENCY_SCOPES = ['settings.currencies.read', 'crm.objects.quotes.read', 'crm.objects.quotes.write'];
const TAX_SCOPES = ['tax_rates.read', 'crm.objects.quotes.read', 'crm.objects.quotes.write'];

/** Facts about the portal itself: details, currencies, tax rates. */
export function accountRoutes(app: FastifyInstance, world: HubSpotWorld): void {
  for (const path of ['/account-info/v3/details', '/account-info/2026-03/details']) {
    app.get(path, (request) => {
      allow(world, request, ['oauth']);
      return details(world);
    });
  }
  for (const base of ['/settings/v3/currencies', '/settings/currencies/2026-03']) {
    app.get(`${base}/company-currency`, (request) => {
      allow(world, request, CURRENCY_SCOPES);
      return { id: world.state.portal.company_currency, createdAt: world.state.portal.created_at };
    });
    app.get(`${base}/exchange-rates/current`, (request) => {
      allow(world, request, CURRENCY_SCOPES);
      return { results: exchangeRates(world) };
    });
  }
  for (const path of ['/tax-rates/v1/tax-rates', '/tax-rates/v1/tax-rates/:id']) {
    app.get<{ Params: { id?: string } }>(path, (request) => {
      allow(world, request, TAX_SCOPES);
      const rates = taxRates(world);
      if (request.params.id === undefined) return { results: rates };
      const rate = rates.find(({ id }) => id === request.params.id);
      if (!rate) throw recordNotFound();
      return rate;
    });
  }
}

function details({ state: { portal } }: HubSpotWorld): unknown {
  const hours = Number(portal.utc_offset.slice(0, 3));
  return {
    portalId: portal.id,
    accountType: 'STANDARD',
    timeZone: portal.time_zone,
    companyCurrency: portal.company_currency,
    additionalCurrencies: portal.additional_currencies,
    utcOffset: portal.utc_offset,
    utcOffsetMilliseconds: hours * 3_600_000,
    uiDomain: portal.ui_domain,
    dataHostingLocation: 'eu1',
  };
}

function exchangeRates({ state: { portal } }: HubSpotWorld): unknown[] {
  return portal.additional_currencies.map((code, at) => ({
    id: String(at + 1),
    fromCurrencyCode: code,
    toCurrencyCode: portal.company_currency,
    conversionRate: Number(portal.exchange_rates[code] ?? 1),
    visibleInUI: true,
    effectiveAt: portal.created_at,
    createdAt: portal.created_at,
    updatedAt: portal.created_at,
  }));
}

function taxRates(world: HubSpotWorld) {
  const at = instant(new Date(world.state.portal.created_at));
  return world.state.tax_rates.map(({ percentage, ...rate }) => ({
    ...rate,
    percentageRate: Number(percentage),
    active: true,
    createdAt: at,
    updatedAt: at,
  }));
}
