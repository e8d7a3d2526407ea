import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTwin, type Json, type Twin } from './testing/twin.js';

let twin: Twin;
let made: Json;
const DEALS = '/crm/v3/objects/deals';

beforeAll(async () => {
  twin = await startTwin();
  const ids = { primaryObjectId: '1001', objectIdToMerge: '1004' };
  made = (await twin.call('POST', `${DEALS}/merge`, ids)).body;
});
afterAll(() => twin.close());

describe('merging two deals', () => {
  it('makes a third with the values of the primary one and the links of both', async () => {
    expect(['1001', '1004']).not.toContain(made.id);
    expect(made.properties).toMatchObject({ dealname: 'Alder & Finch: platform for 12 clinics', amount: '28560' });
    const { body } = await twin.call('GET', `/crm/v4/objects/deals/${made.id}/associations/companies`);
    expect(body.results.map((one: Json) => String(one.toObjectId))).toContain('2004');
  });

  it('answers either of the two with the third, where one record is read', async () => {
    for (const id of ['1001', '1004']) {
      expect((await twin.call('GET', `${DEALS}/${id}`)).body.id).toBe(made.id);
    }
  });

  it('has neither in batches, in lists, or to be written to', async () => {
    const read = await twin.call('POST', `${DEALS}/batch/read`, { inputs: [{ id: '1001' }], properties: [] });
    expect([read.status, read.body.results]).toEqual([207, []]);
    expect((await twin.call('PATCH', `${DEALS}/1001`, { properties: { amount: '1' } })).status).toBe(404);
    expect((await twin.call('GET', '/crm/v4/objects/deals/1001/associations/companies')).status).toBe(404);
    const list = (await twin.call('GET', `${DEALS}?limit=100`)).body.results.map((one: Json) => one.id);
    expect(list).toContain(made.id);
    expect(list).not.toContain('1004');
  });

  it('is refused for one and the same, and for what is not there', async () => {
    const merge = (primaryObjectId: string, objectIdToMerge: string) =>
      twin.call('POST', `${DEALS}/merge`, { primaryObjectId, objectIdToMerge });
    expect((await merge('1002', '1002')).status).toBe(400);
    expect((await merge('1002', '1001')).status).toBe(404);
  });
});
