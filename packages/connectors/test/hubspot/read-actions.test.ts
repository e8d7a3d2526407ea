import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findDeals } from '../../src/hubspot/actions/find-deals.js';
import { getDeal } from '../../src/hubspot/actions/get-deal.js';
import { lookUpVariables } from '../../src/hubspot/actions/look-up-variables.js';
import { hubspot } from '../../src/hubspot/connector.js';
import { failureOf, gatewayTo, HubSpotTestWorld } from './hubspot-world.js';

let world: HubSpotTestWorld;
beforeAll(async () => {
  world = await HubSpotTestWorld.open();
});
beforeEach(() => world.reset());
afterAll(() => world.close());

describe('testing a connection', () => {
  it('names the account behind the token', async () => {
    const account = await hubspot.test(world.gateway);
    expect(account).toMatchObject({ id: expect.stringMatching(/^\d+$/), currency: 'EUR' });
  });

  it('says that the token is refused', async () => {
    const failure = await failureOf(hubspot.test(gatewayTo(world.url, 'pat-nobody-knows-this')));
    expect(failure.errorClass).toBe('auth');
    expect(JSON.stringify([failure.message, failure.remedy, failure.problems])).not.toContain('pat-nobody');
  });
});

describe('getting a deal', () => {
  it('brings its primary company, its contacts and its line items', async () => {
    const deal = await world.read(getDeal, { deal_id: await world.dealNamed('Alder & Finch: platform') });
    expect(deal).toMatchObject({
      pipeline: 'default',
      stage: 'presentationscheduled',
      amount: '28560',
      currency: 'EUR',
    });
    expect(deal.company).toMatchObject({ name: 'Alder & Finch Clinics', domain: 'alderfinch.example' });
    expect(deal.contacts.map((contact) => contact.email)).toEqual([
      'mila.devries@alderfinch.example',
      'joris.bakker@alderfinch.example',
    ]);
    expect(deal.line_items[0]).toMatchObject({
      sku: 'PLT-100',
      quantity: '40',
      discount: { type: 'percent', value: '10' },
    });
    expect(deal.line_items[2]).toMatchObject({
      sku: 'HW-EDGE',
      quantity: '12',
      discount: { type: 'absolute', value: '474' },
      properties: { warranty: '3_years', install_hours: '18' },
    });
  });

  it('has no company where none is primary, and no currency of its own where it is empty', async () => {
    const deal = await world.read(getDeal, { deal_id: await world.dealNamed('Inbound') });
    expect(deal).toMatchObject({ company: null, contacts: [], line_items: [], currency: null, amount: null });
  });

  it('says which deal is missing', async () => {
    const failure = await failureOf(world.read(getDeal, { deal_id: '987654321' }));
    expect(failure.errorClass).toBe('not_found');
    expect(failure.message).toContain('deal 987654321');
  });
});

describe('looking up variables', () => {
  it('formats days, numbers and choices, and leaves currency codes as they are', async () => {
    const deal_id = await world.dealNamed('Alder & Finch: platform');
    const found = await world.read(lookUpVariables, {
      deal_id,
      names: [
        'Deal.Name',
        'Deal.Amount',
        'Deal.ContractStart',
        'Deal.ContractType',
        'Deal.DealCurrencyCode',
        'Company.Name',
        'Contact.FirstName',
      ],
    });
    expect(Object.fromEntries(found.values.map(({ name, value }) => [name, value]))).toEqual({
      'Deal.Name': 'Alder & Finch: platform for 12 clinics',
      'Deal.Amount': '28560',
      'Deal.ContractStart': '2027-01-01',
      'Deal.ContractType': 'New',
      'Deal.DealCurrencyCode': 'EUR',
      'Company.Name': 'Alder & Finch Clinics',
      'Contact.FirstName': 'Mila',
    });
    expect(found.currency).toBe('EUR');
    expect(found.unknown).toEqual([]);
  });

  it('gives "" for an empty property and lists what is no property', async () => {
    const found = await world.read(lookUpVariables, {
      deal_id: await world.dealNamed('Inbound'),
      names: ['Deal.PoNumber', 'Deal.Nonsense', 'Client.FirstName', 'Document.GrandTotal', 'Company.Name'],
    });
    expect(found.values).toEqual([{ name: 'Deal.PoNumber', value: '' }]);
    expect(found.unknown).toEqual(['Deal.Nonsense', 'Client.FirstName', 'Document.GrandTotal', 'Company.Name']);
    expect(found.currency).toBeNull();
  });
});

describe('finding deals', () => {
  it('applies all conditions', async () => {
    const found = await world.read(findDeals, {
      where: [
        { property: 'pipeline', operator: 'equals', value: 'default' },
        { property: 'amount', operator: 'at_least', value: '15000' },
      ],
    });
    expect(found.deals.map((deal) => deal.name).sort()).toEqual([
      'Alder & Finch: platform for 12 clinics',
      'Kestrel: cold chain rollout',
    ]);
  });

  it('refuses a condition without a value', async () => {
    const failure = await failureOf(world.read(findDeals, { where: [{ property: 'amount' }] }));
    expect(failure.problems).toEqual([{ subject: 'amount', message: 'equals needs a value' }]);
  });
});

describe('pick lists', () => {
  const load = async (key: string, input: unknown) => {
    const list = hubspot.pickLists.find((one) => one.key === key)!;
    return list.load(world.gateway, list.input.parse(input));
  };

  it('offers the pipelines and the stages of one', async () => {
    expect((await load('pipelines', {})).map((one) => one.value)).toEqual(['default', 'renewals']);
    expect((await load('stages', { pipeline: 'default' })).map((one) => one.value)).toContain('closedwon');
    expect(await load('stages', { pipeline: 'gone' })).toEqual([]);
  });

  it('offers only properties that can be written', async () => {
    const names = (await load('properties', { object: 'deals' })).map((one) => one.value);
    expect(names).toEqual(expect.arrayContaining(['amount', 'contract_type']));
    expect(names).not.toContain('erp_status');
    expect(names).not.toContain('hs_tcv');
  });

  it('tells what the values of a list are called', async () => {
    const properties = await load('properties', { object: 'deals' });
    expect(properties.find(({ value }) => value === 'contract_type')).toMatchObject({
      options: expect.arrayContaining([{ value: 'new', label: expect.stringMatching(/^[A-Z]/) }]),
    });
  });

  it('offers the owners by name', async () => {
    const [owner] = await load('owners', {});
    expect(owner).toMatchObject({ value: expect.stringMatching(/^\d+$/), label: expect.stringMatching(/\w/) });
  });
});
