import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';

describe('Update deal properties', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('update-deal-properties', { statuses: ['document.completed'] });
  });
  afterAll(() => desk.close());

  const lastRun = async (document: string) => (await desk.runs(document)).at(-1);

  /** A template with one text field for each given merge field. */
  async function templateWith(...mergeFields: string[]): Promise<string> {
    const template = await desk.control('POST', '/pandadoc/templates', {
      name: `Fields ${mergeFields.join(' ')}`,
      currency: 'EUR',
      roles: [{ id: 'rClient11aaBBccDDeeFF9', name: 'Client', signing_order: '1' }],
      fields: [
        ...mergeFields.map((merge_field, index) => ({
          field_id: `text${index + 1}`,
          type: 'text',
          name: merge_field,
          merge_field,
          title: `Field ${index + 1}`,
          role: 'Client',
        })),
        {
          field_id: 'signature1',
          type: 'signature',
          name: 'Signature',
          title: 'Signature',
          role: 'Client',
          required: true,
        },
      ],
    });
    return template.name;
  }

  it('writes text, date, dropdown, checkbox and radio fields to properties of the right type', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Sales proposal');
    await desk.fill(document, {
      'Deal.PoNumber': 'PO-77',
      'Deal.ContractStart': '2027-03-01T00:00:00.000Z',
      'Deal.ContractType': 'Renewal',
      'Deal.Signed': true,
      'Deal.PaymentTerms': 'Net 30',
    });
    await desk.complete(document);

    expect((await lastRun(document)).error).toBeNull();
    expect(
      await desk.dealProperties(deal, 'po_number', 'contract_start', 'contract_type', 'signed', 'payment_terms'),
    ).toEqual({
      po_number: 'PO-77',
      contract_start: '2027-03-01',
      contract_type: 'renewal',
      signed: 'true',
      payment_terms: 'net_30',
    });
  });

  it('writes company fields to the primary company only', async () => {
    const deal = await desk.deal();
    const primary = await desk.companyOf(deal);
    const other = await desk.hubspot('POST', '/crm/v3/objects/companies', { properties: { name: 'Bystander' } });
    await desk.hubspot('PUT', `/crm/v4/objects/deals/${deal}/associations/default/companies/${other.id}`);
    const document = await desk.document(deal, 'Sales proposal');
    await desk.fill(document, { 'Company.Name': 'Northwind Trading' });
    await desk.complete(document);

    const nameOf = async (id: string) =>
      (await desk.hubspot('GET', `/crm/v3/objects/companies/${id}?properties=name`)).properties.name;
    expect(await nameOf(primary)).toBe('Northwind Trading');
    expect(await nameOf(other.id)).toBe('Bystander');
  });

  it('leaves fields alone that nobody filled', async () => {
    const deal = await desk.deal({ po_number: 'kept' });
    const document = await desk.document(deal, 'Sales proposal');
    await desk.complete(document);
    expect(await desk.dealProperties(deal, 'po_number')).toEqual({ po_number: 'kept' });
  });

  it('leaves out a field whose name holds only special symbols, with a note', async () => {
    const template = await templateWith('Deal.###', 'Deal.PoNumber');
    const deal = await desk.deal();
    const document = await desk.document(deal, template);
    await desk.fill(document, { 'Deal.###': 'lost', 'Deal.PoNumber': 'PO-1' });
    await desk.complete(document);

    const run = await lastRun(document);
    expect(run.status).toBe('succeeded_with_differences');
    expect(JSON.stringify(run.steps.at(-1).notes)).toContain('Deal.###');
    expect(await desk.dealProperties(deal, 'po_number')).toEqual({ po_number: 'PO-1' });
  });

  it.each([
    ['text in a number', 'Deal.Seats', 'about forty', /seats/i],
    ['a value that is not among the options', 'Deal.ContractType', 'Barter', /contract/i],
    ['text in a date', 'Deal.ContractStart', 'next spring', /contract/i],
    ['a property that nobody may write', 'Deal.ErpStatus', 'booked', /erp/i],
  ])(
    'refuses %s, names the field, the property and the reason, and writes nothing',
    async (_what, mergeField, value, names) => {
      const template = await templateWith('Deal.PoNumber', mergeField, 'Company.City');
      const deal = await desk.deal({ po_number: 'before' });
      const document = await desk.document(deal, template);
      await desk.fill(document, { 'Deal.PoNumber': 'after', [mergeField]: value, 'Company.City': 'Lyon' });
      await desk.complete(document);

      const run = await lastRun(document);
      expect(run).toMatchObject({
        status: 'failed',
        error: { class: 'validation', consequence: expect.stringContaining('nothing') },
      });
      expect(JSON.stringify(run.error.problems)).toContain(mergeField);
      expect(JSON.stringify(run.error.problems)).toMatch(names);
      expect(run.effects).toEqual([]);
      expect(await desk.dealProperties(deal, 'po_number')).toEqual({ po_number: 'before' });
      const company = await desk.hubspot(
        'GET',
        `/crm/v3/objects/companies/${await desk.companyOf(deal)}?properties=city`,
      );
      expect(company.properties.city ?? null).toBeNull();
    },
  );

  it('goes on from the failed step once the value was corrected', async () => {
    const template = await templateWith('Deal.Seats');
    const deal = await desk.deal();
    const document = await desk.document(deal, template);
    await desk.fill(document, { 'Deal.Seats': 'forty' });
    await desk.complete(document);
    const run = await lastRun(document);
    expect(run.status).toBe('failed');

    await desk.fill(document, { 'Deal.Seats': '40' });
    expect((await desk.api('POST', `/api/runs/${run.id}/retry`, { mode: 'restart' })).status).toBe(202);
    await desk.settled();
    expect(await desk.dealProperties(deal, 'seats')).toEqual({ seats: '40' });
  });
});
