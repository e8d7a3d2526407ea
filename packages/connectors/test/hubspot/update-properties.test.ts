import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { updateProperties } from '../../src/hubspot/actions/update-properties.js';
import { failureOf, HubSpotTestWorld } from './hubspot-world.js';

let world: HubSpotTestWorld;
let id: string;
beforeAll(async () => {
  world = await HubSpotTestWorld.open();
});
beforeEach(async () => {
  await world.reset();
  id = await world.dealNamed('Alder & Finch: platform');
  await world.control('DELETE', '/requests');
});
afterAll(() => world.close());

const looksAtProperties = async (): Promise<number> =>
  JSON.stringify(await world.control('GET', '/requests')).split('/properties/').length - 1;

describe('updating named properties', () => {
  it('looks at how the account is set up once for several plans', async () => {
    const { output } = await world.write(updateProperties, { object: 'deals', id, properties: { po_number: 'PO-1' } });
    expect(output).toEqual({ id, updated: 1 });
    await world.control('DELETE', '/requests');
    await world.write(updateProperties, { object: 'deals', id, properties: { po_number: 'PO-2' } });
    expect(await world.properties('deals', id, 'po_number')).toEqual({ po_number: 'PO-2' });
    expect(await looksAtProperties()).toBe(0);
  });

  it('looks anew before it says that something does not fit', async () => {
    await world.write(updateProperties, { object: 'deals', id, properties: { po_number: 'PO-3' } });
    await world.control('DELETE', '/requests');
    const misfit = { object: 'deals' as const, id, properties: { no_such_property: 'x' } };
    const failure = await failureOf(world.plan(updateProperties, misfit));
    expect(failure.errorClass).toBe('validation');
    expect(failure.problems).toMatchObject([{ subject: 'no_such_property' }]);
    expect(await looksAtProperties()).toBe(1);
  });
});
