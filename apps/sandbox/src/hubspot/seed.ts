import { OBJECT_TYPES } from './object-types.js';
import { seedLabels, seedOwners, seedPipelines, seedPortal, seedTaxRates, seedTokens } from './seed-portal.js';
import { seedProperties } from './seed-properties.js';
import { FIRST_IDS, seedRecords } from './seed-records.js';
import type { HubSpotState } from './state.js';
import { WebhookSettings } from './webhooks/webhook-settings.js';
import { instant } from './world.js';

/** What a portal allows before anyone turned a knob: a Professional account that nobody has used today. */
const SETTINGS = {
  rate_per_10s: 190,
  daily_limit: 625_000,
  search_per_second: 5,
  search_delay_ms: 0,
  auto_update_amount: false,
  file_duplicates_by: 'name_and_content',
} as const;

/** A portal with pipelines, properties of every kind, and six deals at different stages of their lives. */
export function seedHubSpot(now: Date): HubSpotState {
  const at = instant(now.getTime() - 400 * 86_400_000);
  const state: HubSpotState = {
    portal: seedPortal(at),
    settings: { ...SETTINGS },
    webhooks: WebhookSettings.parse({}),
    tokens: seedTokens(),
    refresh_tokens: {},
    codes: {},
    usage: {},
    secret: 'the twin signs its download links with this',
    last_ids: Object.fromEntries(Object.entries(FIRST_IDS).map(([kind, first]) => [kind, first - 1])),
    records: Object.fromEntries(OBJECT_TYPES.map(({ id }) => [id, {}])),
    links: {},
    labels: seedLabels(),
    properties: Object.fromEntries(OBJECT_TYPES.map(({ id }) => [id, seedProperties(id, at)])),
    pipelines: seedPipelines(at),
    owners: seedOwners(at),
    tax_rates: seedTaxRates(),
    folders: {},
    files: {},
  };
  seedRecords({ state, now: () => now }, now);
  return state;
}
