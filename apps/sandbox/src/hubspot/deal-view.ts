import { Decimal } from 'decimal.js';
import { recordNotFound } from './errors.js';
import { linkedIds, primaryCompany } from './links.js';
import { COMPANIES, CONTACTS, DEALS, LINE_ITEMS, NOTES } from './object-types.js';
import { recordUrl } from './present-record.js';
import type { HubSpotState, Properties, StoredRecord } from './state.js';
import { own } from './world.js';

/** A deal as a person would want to read it: labels instead of ids, plain numbers, everything that hangs on it. */
export interface DealView {
  id: string;
  name: string;
  url: string;
  pipeline: { id: string; label: string };
  stage: { id: string; label: string };
  amount: string | null;
  currency: string | null;
  owner: string | null;
  modified_at: string;
  properties: Properties;
  company: PartyView | null;
  companies: PartyView[];
  contacts: { id: string; name: string; email: string | null }[];
  line_items: LineView[];
  notes: { id: string; body: string; at: string | null; attachments: AttachmentView[] }[];
}

interface PartyView {
  id: string;
  name: string;
  properties: Properties;
}

interface LineView {
  id: string;
  name: string;
  sku: string | null;
  price: string | null;
  quantity: string | null;
  discount: string | null;
  discount_percent: string | null;
  amount: string | null;
  properties: Properties;
}

/** `missing` tells that the note names a file that is not there (any more). */
interface AttachmentView {
  file_id: string;
  name: string | null;
  size: number | null;
  missing: boolean;
}

/** 404 when there is no such deal. */
export function viewDeal(state: HubSpotState, id: string): DealView {
  const deal = own(state.records[DEALS] ?? {}, id);
  if (!deal || deal.archived) throw recordNotFound();
  const linked = (type: string): StoredRecord[] =>
    linkedIds(state, { type: DEALS, id }, type)
      .map((other) => own(state.records[type] ?? {}, other))
      .filter((record) => record !== undefined);
  const companies = linked(COMPANIES).map((record) => viewParty(record));
  const primary = primaryCompany(state, { type: DEALS, id });
  const { properties } = deal;
  return {
    id,
    name: properties.dealname ?? '',
    url: recordUrl(state, DEALS, id),
    ...place(state, properties),
    amount: plain(properties.amount),
    currency: properties.deal_currency_code ?? null,
    owner: ownerName(state, properties.hubspot_owner_id),
    modified_at: deal.updated_at,
    properties,
    company: companies.find((company) => company.id === primary) ?? null,
    companies,
    contacts: linked(CONTACTS).map((record) => ({
      id: record.id,
      name: [record.properties.firstname, record.properties.lastname].filter(Boolean).join(' '),
      email: record.properties.email ?? null,
    })),
    line_items: linked(LINE_ITEMS).map(viewLine),
    notes: linked(NOTES).map((note) => viewNote(state, note)),
  };
}

function place(state: HubSpotState, properties: Properties): Pick<DealView, 'pipeline' | 'stage'> {
  const pipeline = (state.pipelines[DEALS] ?? []).find(({ id }) => id === properties.pipeline);
  const stage = pipeline?.stages.find(({ id }) => id === properties.dealstage);
  return {
    pipeline: { id: properties.pipeline ?? '', label: pipeline?.label ?? '' },
    stage: { id: properties.dealstage ?? '', label: stage?.label ?? '' },
  };
}

function ownerName(state: HubSpotState, id: string | undefined): string | null {
  const owner = state.owners.find((one) => one.id === id);
  return owner ? `${owner.firstName} ${owner.lastName}` : null;
}

const plain = (amount: string | undefined): string | null =>
  amount === undefined ? null : new Decimal(amount).toFixed();

const viewParty = ({ id, properties }: StoredRecord): PartyView => ({ id, name: properties.name ?? '', properties });

function viewLine({ id, properties }: StoredRecord): LineView {
  return {
    id,
    name: properties.name ?? '',
    sku: properties.hs_sku ?? null,
    price: plain(properties.price),
    quantity: plain(properties.quantity),
    discount: plain(properties.discount),
    discount_percent: plain(properties.hs_discount_percentage),
    amount: plain(properties.amount),
    properties,
  };
}

function viewNote(state: HubSpotState, { id, properties }: StoredRecord): DealView['notes'][number] {
  const ids = (properties.hs_attachment_ids ?? '').split(';').filter((fileId) => fileId !== '');
  return {
    id,
    body: properties.hs_note_body ?? '',
    at: properties.hs_timestamp ?? null,
    attachments: ids.map((fileId) => viewAttachment(state, fileId)),
  };
}

function viewAttachment(state: HubSpotState, id: string): AttachmentView {
  const file = own(state.files, id);
  if (!file || file.archived) return { file_id: id, name: null, size: null, missing: true };
  return { file_id: id, name: `${file.name}.${file.extension}`, size: file.size, missing: false };
}
