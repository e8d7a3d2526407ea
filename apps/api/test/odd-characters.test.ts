import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';
import { DESK } from './line-item-cases.js';

/** Halves of emoji are left behind by whoever cuts texts to a length; NUL by forms and imports. */
const ODD = 'Half \ud83d and NUL \u0000';

describe('a deal with characters in its name that no database keeps', () => {
  let desk: Desk;
  let template: string;

  beforeAll(async () => {
    desk = await Desk.open();
    template = 'Sales proposal';
    await desk.switchOn('update-line-items', { statuses: ['document.sent'], add_and_delete: true });
    await desk.switchOn('attach-pdf', { statuses: ['document.sent'] });
    await desk.switchOn('import-from-crm');
  });
  afterAll(() => desk.close());

  it('gets its line items and its PDF', async () => {
    const deal = await desk.deal({ dealname: ODD }, [DESK]);
    const document = await desk.document(deal, template);
    await desk.act(document, 'send');
    await desk.settled();
    const runs = await desk.runs(document);
    expect(runs.map((run) => run.error)).toEqual(runs.map(() => null));
    expect(runs.map((run) => run.status)).not.toContain('failed');
    expect((await desk.runs(document, 'attach-pdf')).map((run) => run.status)).toEqual(['succeeded']);
  });

  it('keeps no other deal from being noticed', async () => {
    const deal = await desk.deal({}, [DESK]);
    const document = await desk.document(deal, template);
    await desk.poll();
    await desk.deal({ dealname: ODD }, [DESK]);
    await desk.hubspot('PATCH', `/crm/v3/objects/deals/${deal}`, { properties: { dealname: 'Noticed' } });
    await desk.poll();
    await desk.settled();
    const { tokens } = await desk.details(document);
    expect(tokens).toContainEqual({ name: 'Deal.Name', value: 'Noticed' });
  });
});
