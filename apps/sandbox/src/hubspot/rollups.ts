import { Decimal } from 'decimal.js';
import { calculated, lineCalculations } from './line-amounts.js';
import { linkedIds, primaryCompany, type Ref } from './links.js';
import { CONTACTS, DEALS, LINE_ITEMS, NOTES } from './object-types.js';
import type { HubSpotState, PipelineStage, Properties, StoredRecord } from './state.js';
import { own, type HubSpotWorld } from './world.js';
import { writeProperties } from './write-properties.js';

const NOT_CALCULATED: Properties = Object.fromEntries(
  [
    ...['amount', 'hs_pre_discount_amount', 'hs_total_discount', 'hs_tax_amount', 'hs_post_tax_amount', 'hs_margin'],
    ...['hs_tcv', 'hs_acv', 'hs_arr', 'hs_mrr', 'hs_term_in_months'],
  ].map((name) => [name, '']),
);

const ROLLED_UP = ['hs_tcv', 'hs_acv', 'hs_arr', 'hs_mrr'];

/** Everything that HubSpot calculates for a line item, cleared where it cannot be worked out any more. */
export function lineItemValues(state: HubSpotState, properties: Properties): Properties {
  const rate = state.tax_rates.find(({ id }) => id === properties.hs_tax_rate_group_id);
  return { ...NOT_CALCULATED, ...lineCalculations(properties, rate?.percentage) };
}

/**
 * Brings the calculated properties of every deal touched by these records up to date, once per deal. A deal whose
 * values changed counts as modified, as in HubSpot: rollups are property changes too.
 */
export function settle(world: HubSpotWorld, touched: Ref[]): void {
  const deals = new Set<string>();
  for (const ref of touched) {
    if (ref.type === DEALS) deals.add(ref.id);
    else for (const id of linkedIds(world.state, ref, DEALS)) deals.add(id);
  }
  for (const id of deals) settleDeal(world, id);
}

function settleDeal(world: HubSpotWorld, id: string): void {
  const deal = own(world.state.records[DEALS] ?? {}, id);
  if (!deal || deal.archived) return;
  const fresh = { ...lineRollups(world.state, deal), ...counts(world.state, id) };
  const amount = world.state.settings.auto_update_amount ? fresh.hs_tcv : undefined;
  const values = {
    ...fresh,
    ...(amount !== undefined && { amount: new Decimal(amount).toFixed() }),
  };
  const all = { ...values, ...forecast(world.state, { ...deal.properties, ...values }) };
  const changed = Object.entries(all).filter(([name, value]) => (deal.properties[name] ?? '') !== value);
  if (changed.length > 0) writeProperties(world, DEALS, deal, Object.fromEntries(changed));
}

/** Sums over the deal's line items; empty until the deal has had one. */
function lineRollups(state: HubSpotState, deal: StoredRecord): Properties {
  const lines = linkedIds(state, { type: DEALS, id: deal.id }, LINE_ITEMS).map((id) => state.records[LINE_ITEMS]?.[id]);
  const hadLines = deal.properties.hs_num_of_associated_line_items !== undefined;
  if (lines.length === 0 && !hadLines) return {};
  const sums = ROLLED_UP.map((name) => {
    const sum = lines.reduce((total, line) => total.plus(line?.properties[name] ?? 0), new Decimal(0));
    return [name, calculated(sum)] as const;
  });
  return { ...Object.fromEntries(sums), hs_num_of_associated_line_items: String(lines.length) };
}

function counts(state: HubSpotState, id: string): Properties {
  const deal = { type: DEALS, id };
  return {
    num_associated_contacts: String(linkedIds(state, deal, CONTACTS).length),
    num_notes: String(linkedIds(state, deal, NOTES).length),
    hs_primary_associated_company: primaryCompany(state, deal) ?? '',
  };
}

/** What follows from the stage and the amount. Won means closed with a probability of 1. */
function forecast(state: HubSpotState, properties: Properties): Properties {
  const stage = stageOf(state, properties);
  const probability = stage?.metadata.probability ?? '0';
  const closed = stage?.metadata.isClosed === 'true';
  const won = closed && Number(probability) === 1;
  const money = amounts(state, properties, probability, won);
  return {
    hs_is_closed: String(closed),
    hs_is_closed_won: String(won),
    hs_deal_stage_probability: probability,
    ...money,
  };
}

function amounts(state: HubSpotState, properties: Properties, probability: string, won: boolean): Properties {
  const text = properties.amount;
  if (!text)
    return { amount_in_home_currency: '', hs_closed_amount: '', hs_projected_amount: '', hs_forecast_amount: '' };
  const amount = new Decimal(text);
  const rate = own(state.portal.exchange_rates, properties.deal_currency_code ?? '') ?? '1';
  const projected = calculated(amount.times(probability));
  return {
    amount_in_home_currency: calculated(amount.times(rate)),
    hs_closed_amount: calculated(won ? amount : new Decimal(0)),
    hs_projected_amount: projected,
    hs_forecast_amount: projected,
  };
}

function stageOf(state: HubSpotState, properties: Properties): PipelineStage | undefined {
  const pipeline = (state.pipelines[DEALS] ?? []).find(({ id }) => id === properties.pipeline);
  return pipeline?.stages.find(({ id }) => id === properties.dealstage);
}
