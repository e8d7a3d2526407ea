import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Contract, type Exchange } from './contract-check.js';

const folder = process.env.CONTRACT_SPECS;
const described = folder !== undefined && existsSync(folder) ? describe : describe.skip;

described('the contract check', () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await Contract.load(folder!);
  });

  const exchange = (part: Partial<Exchange>): Exchange => ({
    api: 'hubspot',
    method: 'GET',
    path: '/crm/v3/owners/',
    query: {},
    requestBody: null,
    status: 200,
    responseBody: { results: [] },
    ...part,
  });

  it('is content with an answer as described', () => {
    expect(contract.violations([exchange({})])).toEqual([]);
  });

  it('names what an answer has wrong', () => {
    const [violation] = contract.violations([exchange({ responseBody: { results: 'none' } })]);
    expect(violation).toMatchObject({ side: 'answer', operation: 'hubspot GET /crm/v3/owners', at: '/results' });
  });

  it('names what a request has wrong, whatever name the kind of record goes by', () => {
    const update = { method: 'PATCH', requestBody: { properties: 'amount' }, status: null, responseBody: null };
    for (const name of ['deals', 'deal', '0-3']) {
      const [violation] = contract.violations([exchange({ ...update, path: `/crm/v3/objects/${name}/5` })]);
      expect(violation).toMatchObject({ side: 'request', operation: 'hubspot PATCH /crm/v3/objects/0-3/{dealId}' });
    }
  });

  it('does not take the list of linked objects for a document', () => {
    const path = '/public/v1/documents/linked-objects';
    const query = { provider: 'hubspot', entity_type: 'deal', entity_id: '1' };
    contract.violations([exchange({ api: 'pandadoc', path, query, responseBody: [] })]);
    expect(contract.seen).toContain('pandadoc GET /public/v1/documents/linked-objects 200');
  });

  it('knows neither unheard-of paths nor unheard-of statuses', () => {
    const [path] = contract.violations([exchange({ path: '/crm/v3/guesses' })]);
    expect(path?.message).toBe('no such operation');
    const [status] = contract.violations([exchange({ status: 201 })]);
    expect(status?.message).toBe('status 201 is not described');
  });
});
