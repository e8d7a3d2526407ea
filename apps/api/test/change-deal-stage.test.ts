import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';

describe('Change the deal stage', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('change-deal-stage', {
      pipeline: 'default',
      stages: { 'document.sent': 'contractsent', 'document.completed': 'closedwon', 'document.declined': 'closedlost' },
    });
  });
  afterAll(() => desk.close());

  it('moves the linked deal to the stage chosen for each status', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Sales proposal');

    await desk.act(document, 'send');
    await desk.settled();
    expect(await desk.dealProperties(deal, 'dealstage')).toEqual({ dealstage: 'contractsent' });

    await desk.act(document, 'sign');
    await desk.settled();
    expect(await desk.dealProperties(deal, 'dealstage')).toEqual({ dealstage: 'closedwon' });
  });

  it('leaves the deal where it is on a status without a stage', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Sales proposal');
    await desk.act(document, 'send');
    await desk.act(document, 'view');
    await desk.settled();
    expect(await desk.dealProperties(deal, 'dealstage')).toEqual({ dealstage: 'contractsent' });
    expect(await desk.runs(document)).toHaveLength(1);
  });

  it('says in a preview that a document would not start it, why, and what it would do all the same', async () => {
    const document = await desk.document(await desk.deal(), 'Sales proposal');
    const { body } = await desk.api('POST', '/api/preview', { recipe: 'change-deal-stage', document_id: document });
    expect(body.start).toMatchObject({ would: false, because: ['condition'] });
    expect(body.start.failing[0].values).toContainEqual({ pill: 'trigger.status', value: 'document.draft' });
    expect(body.steps).toHaveLength(1);
  });

  it('records what it changed, before and after', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.act(document, 'send');
    await desk.settled();
    const { body } = await desk.api('GET', `/api/effects?deal=${deal}`);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        property: 'dealstage',
        before: 'qualifiedtobuy',
        after: 'contractsent',
        status: 'applied',
        document_id: document,
      }),
    );
  });

  it('leaves a document alone that is not linked to a deal, and says why', async () => {
    const created = await desk.pandadoc('POST', '/documents', {
      name: 'Not linked',
      template_uuid: await desk.templateNamed('Mutual NDA'),
      recipients: [{ email: 'someone@example.test', first_name: 'Some', last_name: 'One', role: 'Client' }],
    });
    await desk.isDraft(created.id);
    await desk.act(created.id, 'send');
    await desk.settled();
    expect(await desk.runs(created.id)).toEqual([
      expect.objectContaining({ status: 'skipped', reason: expect.stringContaining('not linked') }),
    ]);
  });

  it('starts nothing for a second delivery of the same webhook', async () => {
    await desk.control('PATCH', '/pandadoc/webhooks', { duplicate: 2 });
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.act(document, 'send');
    await desk.settled();
    await desk.control('PATCH', '/pandadoc/webhooks', { duplicate: 0 });
    expect(await desk.runs(document)).toHaveLength(1);
  });
});
