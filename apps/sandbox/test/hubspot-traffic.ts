import type { Session } from './contract-session.js';

/** HubSpot's two ways of naming a version in a path. */
export const VERSIONS = {
  numbered: {
    objects: '/crm/v3/objects',
    associations: '/crm/v4/objects',
    associationBatch: '/crm/v4/associations',
    pipelines: '/crm/v3/pipelines',
    properties: '/crm/v3/properties',
    owners: '/crm/v3/owners/',
    files: '/files/v3/files',
    account: '/account-info/v3/details',
  },
  dated: {
    objects: '/crm/objects/2026-03',
    associations: '/crm/objects/2026-03',
    associationBatch: '/crm/associations/2026-03',
    pipelines: '/crm/pipelines/2026-03',
    properties: '/crm/properties/2026-03',
    owners: '/crm/owners/2026-03',
    files: '/files/2026-03/files',
    account: '/account-info/2026-03/details',
  },
};
type Paths = (typeof VERSIONS)['numbered'];

const of = (associationTypeId: number) => [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }];

/** Sets up a connection: who is it, what can be chosen. */
export async function readSettings({ send }: Session, paths: Paths): Promise<void> {
  await send('hubspot', `GET ${paths.account}`);
  const { results } = await send('hubspot', `GET ${paths.owners}?limit=10&archived=false`);
  await send('hubspot', `GET ${paths.owners.replace(/\/$/, '')}/${results[0].id}?idProperty=id`);
  const pipelines = await send('hubspot', `GET ${paths.pipelines}/deals`);
  const { id } = pipelines.results[0];
  await send('hubspot', `GET ${paths.pipelines}/deals/${id}`);
  await send('hubspot', `GET ${paths.pipelines}/deals/${id}/stages`);
  for (const type of ['deals', 'companies', 'contacts', 'line_items', 'products', 'notes']) {
    await send('hubspot', `GET ${paths.properties}/${type}?archived=false`);
  }
  await send('hubspot', `GET ${paths.properties}/deals/amount`);
  await send('hubspot', `GET ${paths.properties}/deals/never_heard_of`);
}

/** Reads a deal with everything on it, in single calls, batches and searches; says the deal's id. */
export async function readDeal({ send }: Session, { objects, associations, associationBatch }: Paths): Promise<string> {
  const page = await send('hubspot', `GET ${objects}/deals?limit=2&properties=dealname&properties=amount`);
  await send('hubspot', `GET ${objects}/deals?limit=2&after=${page.paging.next.after}`);
  const all = await send('hubspot', `GET ${objects}/deals?limit=100&associations=line_items,companies,contacts`);
  const { id } = all.results.find((one: { associations?: object }) => one.associations);
  await send('hubspot', `GET ${objects}/deals/${id}?properties=dealname&properties=pipeline&associations=companies`);
  for (const type of ['companies', 'contacts', 'line_items', 'notes']) {
    const linked = await send('hubspot', `GET ${associations}/deals/${id}/associations/${type}?limit=500`);
    const inputs = linked.results.map((one: { toObjectId: string }) => ({ id: one.toObjectId }));
    if (inputs.length > 0) {
      const body = { inputs, properties: ['name', 'hs_object_id'], propertiesWithHistory: [] };
      await send('hubspot', `POST ${objects}/${type}/batch/read`, body);
    }
    await send('hubspot', `POST ${associationBatch}/deals/${type}/batch/read`, { inputs: [{ id }, { id: '404404' }] });
  }
  const missing = { inputs: [{ id }, { id: '404404' }], properties: ['amount'], propertiesWithHistory: [] };
  await send('hubspot', `POST ${objects}/deals/batch/read`, missing);
  const filters = [{ propertyName: 'hs_lastmodifieddate', operator: 'GTE', value: '2020-01-01T00:00:00Z' }];
  const sorts = [{ propertyName: 'hs_lastmodifieddate', direction: 'ASCENDING' }];
  const search = { filterGroups: [{ filters }], properties: ['dealname'], limit: 2, after: '0', sorts };
  await send('hubspot', `POST ${objects}/deals/search`, search);
  const sku = { filterGroups: [{ filters: [{ propertyName: 'hs_sku', operator: 'EQ', value: 'PLT-100' }] }] };
  await send('hubspot', `POST ${objects}/products/search`, {
    ...sku,
    properties: ['name'],
    limit: 10,
  });
  return id;
}

/** Changes the deal, its company and its line items, singly and in batches, rightly and wrongly. */
export async function writeDeal({ send }: Session, paths: Paths, dealId: string): Promise<void> {
  const { objects, associations, associationBatch } = paths;
  const change = { properties: { pipeline: 'default', dealstage: 'closedwon', amount: '1200.50' } };
  await send('hubspot', `PATCH ${objects}/deals/${dealId}`, change);
  await send('hubspot', `PATCH ${objects}/deals/${dealId}`, { properties: { never_heard_of: '1', amount: 'much' } });
  await send('hubspot', `PATCH ${objects}/deals/404404`, { properties: { amount: '1' } });
  const inputs = [{ id: dealId, properties: { amount: '1' } }];
  await send('hubspot', `POST ${objects}/deals/batch/update`, { inputs });

  const line = { name: 'Chair', price: '12.50', quantity: '2' };
  const onDeal = [{ to: { id: dealId }, types: of(20) }];
  const item = await send('hubspot', `POST ${objects}/line_items`, { properties: line, associations: onDeal });
  await send('hubspot', `PATCH ${objects}/line_items/${item.id}`, { properties: { quantity: '3' } });
  const rows = ['row-1', 'row-2'].map((objectWriteTraceId, index) => ({
    properties: index === 0 ? line : { ...line, price: 'free' },
    associations: onDeal,
    objectWriteTraceId,
  }));
  const made = await send('hubspot', `POST ${objects}/line_items/batch/create`, { inputs: rows });
  const ids = made.results.map(({ id }: { id: string }) => id);
  await send('hubspot', `POST ${objects}/line_items/batch/create`, { inputs: [rows[0]] });
  const updates = [...ids, '404404'].map((id: string) => ({ id, properties: { name: 'Table' } }));
  await send('hubspot', `POST ${objects}/line_items/batch/update`, { inputs: updates });
  await send('hubspot', `POST ${objects}/line_items/batch/archive`, { inputs: ids.map((id: string) => ({ id })) });
  await send('hubspot', `DELETE ${objects}/line_items/${item.id}`);

  const company = await send('hubspot', `POST ${objects}/companies`, {
    properties: { name: 'New one' },
  });
  await send('hubspot', `PATCH ${objects}/companies/${company.id}`, { properties: { city: 'Lyon' } });
  await send('hubspot', `PUT ${associations}/deals/${dealId}/associations/default/companies/${company.id}`);
  await send('hubspot', `PUT ${associations}/deals/${dealId}/associations/companies/${company.id}`, of(5));
  const pair = { from: { id: dealId }, to: { id: company.id } };
  const types = of(341);
  await send('hubspot', `POST ${associationBatch}/deals/companies/batch/create`, { inputs: [{ ...pair, types }] });
  const away = { inputs: [{ from: { id: dealId }, to: [{ id: company.id }] }] };
  await send('hubspot', `POST ${associationBatch}/deals/companies/batch/archive`, away);
  await send('hubspot', `DELETE ${associations}/deals/${dealId}/associations/companies/${company.id}`);
  await send('hubspot', `GET ${associationBatch}/deals/companies/labels`);
}

/** Attaches a file to the deal, and leaves a note and a task. */
export async function attach({ send, upload }: Session, { objects, files }: Paths, dealId: string): Promise<void> {
  const form = new FormData();
  form.set('file', new Blob(['%PDF-1.4'], { type: 'application/pdf' }), 'contract.pdf');
  form.set('folderPath', '/PandaDoc/abc');
  form.set('fileName', 'contract.pdf');
  form.set('options', JSON.stringify({ access: 'PRIVATE', overwrite: false }));
  const file = await upload(files, form);
  await send('hubspot', `GET ${files}/${file.id}`);
  await send('hubspot', `GET ${files}/${file.id}/signed-url?expirationSeconds=60`);
  await send('hubspot', `GET ${files}/search?fileMd5=${file.fileMd5}&limit=10`);
  const now = '2026-11-23T10:00:00Z';
  const note = { hs_timestamp: now, hs_note_body: 'Signed', hs_attachment_ids: file.id };
  const onDeal = (type: number) => [{ to: { id: dealId }, types: of(type) }];
  await send('hubspot', `POST ${objects}/notes`, { properties: note, associations: onDeal(214) });
  const task = { hs_timestamp: now, hs_task_subject: 'Call', hs_task_body: 'Now', hs_task_status: 'NOT_STARTED' };
  await send('hubspot', `POST ${objects}/tasks`, { properties: task, associations: onDeal(216) });
}

/** Is refused for every reason that a connection meets. */
export async function beRefused({ send }: Session, { objects }: Paths): Promise<void> {
  await send('hubspot', `GET ${objects}/deals`, undefined, '');
  await send('hubspot', `GET ${objects}/deals`, undefined, 'Bearer unknown');
  await send('hubspot', `GET ${objects}/deals/undefined`);
  await send('control', 'POST /hubspot/tokens', { token: 'pat-reads-nothing', scopes: ['oauth'] });
  await send('hubspot', `GET ${objects}/deals`, undefined, 'Bearer pat-reads-nothing');
  const presets = (await send('control', 'GET /faults/presets')).hubspot;
  for (const name of presets) {
    await send('control', 'POST /faults', { api: 'hubspot', times: 1, effect: { kind: 'preset', name } });
    await send('hubspot', `GET ${objects}/deals`);
  }
}
