import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { realClient } from './testing/real-client.js';
import { startTwin, TOKEN, type Json, type Twin } from './testing/twin.js';

let twin: Twin;
let client: Json;
beforeAll(async () => {
  twin = await startTwin();
  client = realClient(`${twin.url}/hubspot`, TOKEN);
});
afterAll(() => twin.close());

const onDeal = [{ to: { id: '1005' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] }];

describe('HubSpot’s own client', () => {
  it('reads and updates a deal', async () => {
    const deal = await client.crm.deals.basicApi.getById('1001', ['dealname', 'seats'], undefined, ['line_items']);
    expect(deal.properties.seats).toBe('40');
    expect(deal.associations['line items'].results).toHaveLength(4);
    expect(deal.updatedAt).toBeInstanceOf(Date);
    const changed = await client.crm.deals.basicApi.update('1001', { properties: { seats: '41' } });
    expect(changed.properties.seats).toBe('41');
  });

  it('creates, reads, updates, upserts and archives line items in batches', async () => {
    const { batchApi } = client.crm.lineItems;
    const created = await batchApi.create({
      inputs: [{ properties: { name: 'A', price: '3', quantity: '2' }, associations: onDeal, objectWriteTraceId: 't' }],
    });
    const [{ id }] = created.results;
    expect((await batchApi.read({ inputs: [{ id }], properties: ['amount'] })).results[0].properties.amount).toBe(
      '6.000',
    );
    const changed = await batchApi.update({ inputs: [{ id, properties: { price: '4' } }] });
    expect(changed.status).toBe('COMPLETE');
    await batchApi.archive({ inputs: [{ id }] });
    const gone = await batchApi.read({ inputs: [{ id }], properties: [] });
    expect(gone.errors[0].category).toBe('OBJECT_NOT_FOUND');
    const upserted = await client.crm.deals.batchApi.upsert({
      inputs: [{ idProperty: 'order_reference', id: 'MF-2027-R1', properties: { seats: '1' } }],
    });
    expect(upserted.results[0]._new).toBe(false);
  });

  it('searches', async () => {
    const found = await client.crm.products.searchApi.doSearch({
      filterGroups: [{ filters: [{ propertyName: 'hs_sku', operator: 'EQ', value: 'PLT-100' }] }],
      properties: ['price'],
      limit: 5,
    });
    expect([found.total, found.results[0].properties.price]).toEqual([1, '49']);
  });

  it('handles associations and labels', async () => {
    const { basicApi, batchApi, schema } = client.crm.associations.v4;
    await basicApi.createDefault('deals', '1005', 'contacts', '3003');
    await basicApi.create('deals', '1005', 'companies', '2002', [
      { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 },
    ]);
    const page = await basicApi.getPage('deals', '1005', 'companies', undefined, 500);
    expect(page.results[0].associationTypes.map(({ typeId }: Json) => typeId)).toEqual([5, 341]);
    const many = await batchApi.getPage('deals', 'contacts', { inputs: [{ id: '1005' }] });
    expect(many.results[0].to[0].toObjectId).toBe('3003');
    await basicApi.archive('deals', '1005', 'contacts', '3003');
    const labels = await schema.definitionsApi.getAll('deals', 'companies');
    expect(labels.results[0]).toMatchObject({ category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' });
  });

  it('lists pipelines, properties and owners', async () => {
    const pipelines = await client.crm.pipelines.pipelinesApi.getAll('deals');
    expect(pipelines.results[0].stages).toHaveLength(7);
    const properties = await client.crm.properties.coreApi.getAll('deals');
    expect(properties.results.some(({ name }: Json) => name === 'contract_type')).toBe(true);
    const owners = await client.crm.owners.ownersApi.getPage();
    expect(owners.results).toHaveLength(3);
    const made = await client.crm.properties.coreApi.create('deals', {
      ...{ name: 'made', label: 'Made', type: 'string', fieldType: 'text', groupName: 'dealinformation' },
    });
    expect(made.name).toBe('made');
  });

  it('uploads a file, chunked, and attaches it with a note', async () => {
    const options = JSON.stringify({ access: 'PRIVATE', duplicateValidationStrategy: 'NONE' });
    const file = await client.files.filesApi.upload(
      { data: Buffer.from('%PDF-1.7 bytes'), name: 'Vertrag Größe.pdf' },
      undefined,
      '/PandaDoc/doc-9',
      'Vertrag Größe.pdf',
      undefined,
      options,
    );
    expect(file).toMatchObject({ name: 'Vertrag-Größe', extension: 'pdf', size: 14 });
    const { url } = await client.files.filesApi.getSignedUrl(file.id);
    expect(await (await fetch(url)).text()).toBe('%PDF-1.7 bytes');
    const found = await client.files.filesApi.doSearch(undefined, undefined);
    expect(found.results).toBeInstanceOf(Array);
    const note = await client.crm.objects.notes.basicApi.create({
      properties: { hs_timestamp: '2026-11-23T10:00:00Z', hs_attachment_ids: file.id },
      associations: [
        { to: { id: '1005' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 214 }] },
      ],
    });
    expect(Object.keys(twin.state.records['0-46']!)).toContain(note.id);
    await client.files.filesApi.archive(file.id);
  });

  it('reports a refusal with its status and parsed body', async () => {
    const refusal = await client.crm.deals.basicApi
      .update('1001', { properties: { seats: 'x' } })
      .catch((e: Json) => e);
    expect([refusal.code, refusal.body.category, refusal.body.errors[0].code]).toEqual([
      400,
      'VALIDATION_ERROR',
      'INVALID_INTEGER',
    ]);
  });

  it('moves a deal and lists what it did not get through a plain request', async () => {
    const answer = await client.apiRequest({ method: 'GET', path: '/account-info/v3/details' });
    expect((await answer.json()).companyCurrency).toBe('EUR');
  });
});
