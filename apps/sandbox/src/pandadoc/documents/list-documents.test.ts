import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startTwin, type Json, type Twin } from '../testing/start-twin.js';

let twin: Twin;
const ids: string[] = [];
beforeAll(async () => {
  twin = await startTwin();
  ids.push(await draftFrom(twin, templateIds.orderForm, { name: 'Alpha', metadata: { deal: '7' }, tags: ['x'] }));
  ids.push(await draftFrom(twin, templateIds.mutualNda, { name: 'Beta' }));
  ids.push(await draftFrom(twin, templateIds.orderForm, { name: 'Gamma' }));
  await twin.api(`POST /documents/${ids[0]}/send`, {});
});
afterAll(() => twin.close());

const list = async (query: string): Promise<Json[]> => (await twin.api(`GET /documents?${query}`)).body.results;
const names = async (query: string) => (await list(query)).map(({ name }) => name);

describe('listing documents', () => {
  it('shows the head of each, the one whose status changed last at the end', async () => {
    expect(await names('')).toEqual(['Beta', 'Gamma', 'Alpha']);
    expect(Object.keys((await list(''))[0]).toSorted()).toEqual(
      [
        'date_completed',
        'date_created',
        'date_modified',
        'expiration_date',
        'id',
        'name',
        'status',
        'version',
      ].toSorted(),
    );
  });

  it.each([
    ['q=alp', ['Alpha']],
    ['status=0&order_by=name', ['Beta', 'Gamma']],
    ['status__ne=0', ['Alpha']],
    [`template_id=${templateIds.orderForm}&order_by=-name`, ['Gamma', 'Alpha']],
    ['tag=x', ['Alpha']],
    ['metadata_deal=7', ['Alpha']],
    ['metadata_deal=8', []],
    ['deleted=true', []],
    ['order_by=-date_created', ['Gamma', 'Beta', 'Alpha']],
    ['order_by=name&count=2&page=2', ['Gamma']],
    ['order_by=name&count=2&page=3', []],
  ])('filters by %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it('includes the from and excludes the to, to the microsecond', async () => {
    const [alpha] = await list('q=Alpha');
    expect(await names(`modified_from=${alpha.date_modified}`)).toEqual(['Alpha']);
    expect(await names(`modified_to=${alpha.date_modified}`)).toEqual(['Beta', 'Gamma']);
  });

  it.each(['template_id=a&form_id=b', 'count=101', 'page=0', 'order_by=colour', 'status=99'])(
    'refuses %s',
    async (query) => {
      expect(await twin.api(`GET /documents?${query}`)).toMatchObject({ status: 400, body: { type: 'request_error' } });
    },
  );
});
