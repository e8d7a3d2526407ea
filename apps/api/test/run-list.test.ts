import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';

/** Deals whose runs fail for the same reason, and one whose runs do not. */
describe('The list of runs', () => {
  let desk: Desk;
  const failing: { deal: string; document: string }[] = [];
  let fine: { deal: string; document: string };

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('change-deal-stage', { pipeline: 'default', stages: { 'document.sent': 'contractsent' } });
    await desk.control('POST', '/faults', { api: 'hubspot', method: 'PATCH', effect: { kind: 'preset', name: '404' } });
    for (const dealname of ['Acme rollout', 'Borealis 100% renewal']) failing.push(await send('Order form', dealname));
    await desk.settled();
    await desk.control('DELETE', '/faults');
    fine = await send('Mutual NDA', 'Cassiopeia pilot');
    await desk.settled();
  });
  afterAll(() => desk.close());

  async function send(template: string, dealname: string) {
    const deal = await desk.deal({ dealname });
    const document = await desk.document(deal, template);
    await desk.settled();
    await desk.act(document, 'send');
    return { deal, document };
  }

  const list = async (query: string) => (await desk.api('GET', `/api/runs?${query}`)).body;
  const documentsOf = async (query: string): Promise<string[]> =>
    (await list(query)).items.map((run: { document: { id: string } }) => run.document.id);
  const groups = async (query = '') => (await desk.api('GET', `/api/runs/failure-groups?${query}`)).body;

  it('groups failures by their cause, with the remedy and a sample', async () => {
    const { items, is_complete: isComplete } = await groups();
    expect(isComplete).toBe(true);
    expect(items).toHaveLength(1);
    const [group] = items;
    expect(group).toMatchObject({
      count: 2,
      recipe: { key: 'change-deal-stage' },
      step: { path: 'move', connector: 'hubspot', action: 'update_deal_stage' },
      sample: { error: { class: 'not_found', remedy: expect.any(String) } },
    });
    expect(group.message).toContain('deal …: it does not exist');
    const inGroup = await list(`group=${group.id}`);
    expect(inGroup.items.map((run: { failure_group: string }) => run.failure_group)).toEqual([group.id, group.id]);
    expect(inGroup.items[0].id).toBe(group.sample.run_id);
  });

  it('names the deal as it was last heard of', async () => {
    const { items } = await list(`deal=${fine.deal}`);
    expect(items).toMatchObject([{ deal_id: fine.deal, deal_name: 'Cassiopeia pilot' }]);
    expect((await desk.api('GET', `/api/runs/${items[0].id}`)).body.deal_name).toBe('Cassiopeia pilot');
  });

  it('counts only failures of the period and the filter', async () => {
    expect((await groups('to=2020-01-01T00:00:00Z')).items).toEqual([]);
    expect((await groups(`deal=${failing[0]!.deal}`)).items).toMatchObject([{ count: 1 }]);
    expect((await groups('recipe=attach-pdf')).items).toEqual([]);
  });

  it.each<[string, () => string, () => string[]]>([
    ['a part of the document’s name, in any case', () => 'ORDER F', () => failing.map(({ document }) => document)],
    ['a part of what went wrong', () => 'DOES NOT EX', () => failing.map(({ document }) => document)],
    ['a deal’s id', () => failing[0]!.deal, () => [failing[0]!.document]],
    ['a document’s id', () => fine.document, () => [fine.document]],
    ['a part of the deal’s name', () => 'cassiop', () => [fine.document]],
    ['signs that stand for others in SQL', () => '0% R', () => [failing[1]!.document]],
    ['such a sign where there is none', () => 'Acme%', () => []],
    ['nothing that is there', () => 'zebra', () => []],
  ])('is searched for %s', async (_, text, found) => {
    const documents = await documentsOf(`text=${encodeURIComponent(text())}`);
    expect([...new Set(documents)].sort()).toEqual(found().toSorted());
  });

  it('is narrowed by each filter, and gives its pages without a gap or a double', async () => {
    expect(await documentsOf('status=failed')).toEqual(failing.map(({ document }) => document).reverse());
    expect(await documentsOf(`template=${await desk.templateNamed('Mutual NDA')}&status=succeeded`)).toEqual([
      fine.document,
    ]);
    const all = (await list('limit=200')).items.map((run: { id: string }) => run.id);
    const paged: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await list(`limit=1${next && `&before=${next}`}`);
      paged.push(...page.items.map((run: { id: string }) => run.id));
      next = page.next;
    }
    expect(paged).toEqual(all);
  });

  it('is counted over time, the bucket being the day of the one who looks', async () => {
    const { body } = await desk.api('GET', '/api/runs/outcomes?time_zone=Asia/Kathmandu');
    expect(body).toMatchObject({ bucket: 'day', is_complete: true });
    expect(body.buckets.length).toBeGreaterThanOrEqual(7);
    for (const { start } of body.buckets) expect(start).toMatch(/T18:15:00\.000Z$/);
    expect(body.buckets.at(-1)).toMatchObject({ failed: 2 });
    const failed = (await desk.api('GET', '/api/runs/outcomes?status=failed&time_zone=Not/AZone')).body;
    expect(failed.buckets.at(-1)).toMatchObject({ failed: 2, succeeded: 0 });
  });

  it.each(['group=1', 'status=broken', 'text=', 'colour=red'])('refuses what it does not know: %s', async (query) => {
    expect((await desk.api('GET', `/api/runs?${query}`)).status).toBe(400);
  });
});
