import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { updateFromFields } from '../../src/hubspot/actions/update-from-fields.js';
import type { DocumentField } from '../../src/sdk/pricing-row.js';
import { failureOf, HubSpotTestWorld } from './hubspot-world.js';

let world: HubSpotTestWorld;
let deal_id: string;
beforeAll(async () => {
  world = await HubSpotTestWorld.open();
});
beforeEach(async () => {
  await world.reset();
  deal_id = await world.dealNamed('Alder & Finch: platform');
  await world.control('DELETE', '/requests');
});
afterAll(() => world.close());

const field = (name: string, value: DocumentField['value'], type = 'text'): DocumentField => ({
  name,
  title: '',
  type,
  value,
  filled: value !== '' && value !== null,
});

describe('writing fields to the deal and its company', () => {
  it('fits all five kinds of fields to the types of their properties', async () => {
    const fields = [
      field('Deal.PoNumber', 'PO-1'),
      field('Deal.Seats', '55.0'),
      field('Deal.ContractStart', '2027-03-01T00:00:00.000000Z', 'date'),
      field('Deal.ContractType', 'Renewal', 'dropdown'),
      field('Deal.Signed', true, 'checkbox'),
      field('Deal.PaymentTerms', 'prepaid', 'radio_buttons'),
      field('Deal.Addons', 'Training;Single sign-on'),
      field('Deal.SignedAt', '2027-03-01T10:00:00+02:00', 'date'),
      field('Company.Segment', 'mid_market', 'dropdown'),
    ];
    const { output, plan } = await world.write(updateFromFields, { deal_id, fields });
    expect(output).toEqual({ updated: 9 });
    expect(plan.notes).toEqual([]);
    const names = [
      'po_number',
      'seats',
      'contract_start',
      'contract_type',
      'signed',
      'payment_terms',
      'addons',
      'signed_at',
    ];
    expect(await world.properties('deals', deal_id, ...names)).toEqual({
      po_number: 'PO-1',
      seats: '55',
      contract_start: '2027-03-01',
      contract_type: 'renewal',
      signed: 'true',
      payment_terms: 'prepaid',
      addons: 'training;sso',
      signed_at: '2027-03-01T08:00:00Z',
    });
    expect((await world.plan(updateFromFields, { deal_id, fields })).changes).toEqual([]);
  });

  it('leaves values alone that are so already, however they are written', async () => {
    const fields = [field('Deal.Amount', '28560.00'), field('Deal.ContractStart', '2027-01-01', 'date')];
    const { output } = await world.write(updateFromFields, { deal_id, fields });
    expect(output.updated).toBe(0);
    expect(await world.writes()).toEqual([]);
  });

  it('writes an unticked checkbox as no, and unfilled fields not at all', async () => {
    const fields = [field('Deal.Signed', false, 'checkbox'), field('Deal.PoNumber', '')];
    const { plan } = await world.write(updateFromFields, { deal_id, fields });
    expect(plan.changes.map(({ property, after }) => [property, after])).toEqual([['signed', 'false']]);
  });

  it('takes only the primary company, also when the deal has several', async () => {
    const oakridge = await world.dealNamed('Oakridge');
    const { effects } = await world.write(updateFromFields, {
      deal_id: oakridge,
      fields: [field('Company.City', 'Galway')],
    });
    expect(effects).toEqual([
      expect.objectContaining({
        target: expect.objectContaining({ type: 'company', label: 'Oakridge School Trust' }),
        before: 'Cork',
        after: 'Galway',
      }),
    ]);
  });

  it('leaves company fields out with a note where the deal has no primary company', async () => {
    const inbound = await world.dealNamed('Inbound');
    const fields = [field('Company.City', 'Galway'), field('Deal.PoNumber', 'PO-2')];
    const { output, plan } = await world.write(updateFromFields, { deal_id: inbound, fields });
    expect(output.updated).toBe(1);
    expect(plan.notes).toEqual([
      { subject: 'Field Company.City', message: 'Left out: the deal has no primary company in HubSpot.' },
    ]);
  });
});

describe('what does not fit', () => {
  it('is told all at once, and nothing is written', async () => {
    const fields = [
      field('Deal.PoNumber', 'PO-1'),
      field('Deal.Amount', '1,234.50'),
      field('Deal.ContractType', 'Lease', 'dropdown'),
      field('Deal.ErpStatus', 'open'),
      field('Deal.HsTcv', '5'),
      field('Deal.Nonsense', 'x'),
      field('Deal.ContractStart', '30/11/2026'),
      field('Company.Numberofemployees', 'many'),
    ];
    const failure = await failureOf(world.plan(updateFromFields, { deal_id, fields }));
    expect(failure.errorClass).toBe('validation');
    expect(failure.problems).toEqual([
      { subject: 'Field Deal.Nonsense', message: 'HubSpot has no deal property "Nonsense"' },
      {
        subject: 'Field Deal.Amount',
        message: expect.stringContaining('Amount (amount): "1,234.50" is not a plain number'),
      },
      {
        subject: 'Field Deal.ContractType',
        message: 'Contract type (contract_type): "Lease" is not one of its options: New, Renewal, Expansion, Pilot',
      },
      { subject: 'Field Deal.ErpStatus', message: expect.stringContaining('read-only') },
      { subject: 'Field Deal.HsTcv', message: expect.stringContaining('HubSpot calculates it itself') },
      { subject: 'Field Deal.ContractStart', message: expect.stringContaining('"30/11/2026" is not a date') },
      { subject: 'Field Company.Numberofemployees', message: expect.stringContaining('"many" is not a plain number') },
    ]);
    expect(await world.writes()).toEqual([]);
  });

  it('puts the deal back when HubSpot refuses the company after the deal was written', async () => {
    await world.control('POST', '/faults', {
      api: 'hubspot',
      method: 'PATCH',
      path: '/companies/',
      times: 1,
      effect: {
        kind: 'answer',
        status: 400,
        body: {
          status: 'error',
          message: 'Property values were not valid',
          errors: [{ message: 'A rule of this account forbids it', context: { propertyName: ['city'] } }],
          category: 'VALIDATION_ERROR',
        },
      },
    });
    const fields = [field('Deal.PoNumber', 'PO-1'), field('Deal.Seats', '99'), field('Company.City', 'Galway')];
    const failure = await failureOf(world.write(updateFromFields, { deal_id, fields }));
    expect(failure.errorClass).toBe('validation');
    expect(failure.message).toContain('The deal was put back as it was');
    expect(failure.problems).toEqual([{ subject: 'city', message: 'A rule of this account forbids it' }]);
    expect(await world.properties('deals', deal_id, 'po_number', 'seats')).toEqual({ po_number: null, seats: '40' });
  });

  it('goes on from where it was after the answer of the first write was lost', async () => {
    await world.control('POST', '/faults', {
      api: 'hubspot',
      method: 'PATCH',
      times: 1,
      effect: { kind: 'drop_after' },
    });
    const fields = [field('Deal.PoNumber', 'PO-1'), field('Company.City', 'Galway')];
    expect((await failureOf(world.write(updateFromFields, { deal_id, fields }))).errorClass).toBe('transient');
    const { plan } = await world.write(updateFromFields, { deal_id, fields });
    expect(plan.changes.map((change) => change.property)).toEqual(['city']);
  });
});
