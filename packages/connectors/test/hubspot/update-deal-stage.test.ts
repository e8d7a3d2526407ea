import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { updateDealStage } from '../../src/hubspot/actions/update-deal-stage.js';
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

describe('changing the deal stage', () => {
  it('moves the deal and tells before and after', async () => {
    const { output, effects } = await world.write(updateDealStage, {
      deal_id,
      pipeline: 'default',
      stage: 'closedwon',
    });
    expect(output).toEqual({ deal_id, pipeline: 'default', stage: 'closedwon', changed: true });
    expect(effects).toEqual([
      expect.objectContaining({ property: 'dealstage', before: 'presentationscheduled', after: 'closedwon' }),
    ]);
    expect(await world.properties('deals', deal_id, 'pipeline', 'dealstage')).toEqual({
      pipeline: 'default',
      dealstage: 'closedwon',
    });
  });

  it('moves it into another pipeline', async () => {
    const { plan } = await world.write(updateDealStage, { deal_id, pipeline: 'renewals', stage: '183022472' });
    expect(plan.changes.map((change) => change.property)).toEqual(['pipeline', 'dealstage']);
    expect(await world.properties('deals', deal_id, 'pipeline')).toEqual({ pipeline: 'renewals' });
  });

  it('writes nothing when the deal is already there', async () => {
    const { output } = await world.write(updateDealStage, {
      deal_id,
      pipeline: 'default',
      stage: 'presentationscheduled',
    });
    expect(output.changed).toBe(false);
    expect(await world.writes()).toEqual([]);
  });

  it('refuses a stage of another pipeline, naming both and the way out', async () => {
    const failure = await failureOf(world.plan(updateDealStage, { deal_id, pipeline: 'renewals', stage: 'closedwon' }));
    expect(failure.errorClass).toBe('validation');
    expect(failure.message).toMatch(/The pipeline "Renewals" has no stage "closedwon"\. It belongs to the pipeline "/);
    expect(failure.remedy).toContain('Choose one of the stages "');
  });

  it('refuses a pipeline that is gone', async () => {
    const failure = await failureOf(world.plan(updateDealStage, { deal_id, pipeline: 'gone', stage: 'closedwon' }));
    expect(failure.message).toContain('no deal pipeline "gone"');
  });

  it('is done when planned again after the answer was lost', async () => {
    await world.control('POST', '/faults', {
      api: 'hubspot',
      method: 'PATCH',
      times: 1,
      effect: { kind: 'drop_after' },
    });
    const input = { deal_id, pipeline: 'default', stage: 'closedwon' };
    expect((await failureOf(world.write(updateDealStage, input))).errorClass).toBe('transient');
    expect((await world.plan(updateDealStage, input)).changes).toEqual([]);
    expect(await world.writes()).toHaveLength(1);
  });

  it('moves the deal that a merged one went on as, and tells of the merge', async () => {
    const ids = { primaryObjectId: '1004', objectIdToMerge: deal_id };
    const { id: into } = await world.api('POST', '/crm/v3/objects/deals/merge', ids);
    const { plan } = await world.write(updateDealStage, { deal_id, pipeline: 'default', stage: 'closedwon' });
    expect(plan.changes.at(-1)?.target).toMatchObject({ type: 'deal', id: into });
    expect(await world.properties('deals', into, 'dealstage')).toEqual({ dealstage: 'closedwon' });
    expect(world.fates).toContainEqual({ type: 'deal', id: deal_id, happened: 'merged', at: null, into });
  });

  it('says that a deal was deleted and what to do about it, and tells when', async () => {
    await world.api('DELETE', `/crm/v3/objects/deals/${deal_id}`);
    const failure = await failureOf(world.plan(updateDealStage, { deal_id, pipeline: 'default', stage: 'closedwon' }));
    expect(failure.errorClass).toBe('not_found');
    expect(failure.message).toBe(`The deal ${deal_id} was deleted in HubSpot.`);
    expect(failure.remedy).toMatch(/^Restore it in HubSpot/);
    expect(world.fates).toEqual([
      { type: 'deal', id: deal_id, happened: 'deleted', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    ]);
  });

  it('knows a deal that was deleted from one that never was', async () => {
    const failure = await failureOf(
      world.plan(updateDealStage, { deal_id: '99', pipeline: 'default', stage: 'closedwon' }),
    );
    expect(failure.message).toBe('HubSpot has no deal 99: it does not exist or was deleted.');
    expect(world.fates).toEqual([]);
  });
});
