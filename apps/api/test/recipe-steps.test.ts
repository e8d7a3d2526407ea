import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../src/testing/eventually.js';
import { Desk } from './desk.js';

const onSent = {
  kind: 'event',
  connector: 'pandadoc',
  trigger: 'document_status_changed',
  condition: { '==': [{ var: 'trigger.status' }, 'document.sent'] },
};

const note = (id: string, body: unknown) => ({
  id,
  kind: 'action',
  connector: 'hubspot',
  action: 'create_note',
  input: { deal_id: { var: 'trigger.deal_id' }, body },
});

/** Recipes of one's own, run through every kind of step. */
describe('A recipe of one’s own', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  async function publish(key: string, parts: object): Promise<void> {
    const recipe = { format: 1, key, name: key, offer: 'template', settings: [], trigger: onSent, ...parts };
    const created = await desk.api('POST', '/api/recipes', recipe);
    expect(created).toMatchObject({ status: 201 });
    const published = await desk.api('POST', `/api/recipes/${key}/publish`, {});
    expect(published.status).toBeLessThan(300);
  }

  async function sentDocument(recipe: string) {
    const template = await desk.templateNamed('Mutual NDA');
    await desk.switchOn(recipe, {}, template);
    const deal = await desk.deal({ amount: '5000' });
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.act(document, 'send');
    return { deal, document };
  }

  async function switchOff(recipe: string): Promise<void> {
    const template_id = await desk.templateNamed('Mutual NDA');
    await desk.api('PUT', '/api/automations', { recipe, template_id, enabled: false, settings: {} });
  }

  const bodies = async (deal: string) => (await desk.notes(deal)).map((one) => one.body.replace(/<[^>]*>/g, ' '));

  it('branches, loops, catches a failure and calls another recipe', async () => {
    await publish('say', {
      offer: 'everywhere',
      trigger: {
        kind: 'call',
        input: { deal_id: { type: 'text', required: true }, text: { type: 'text' } },
        output: { said: { var: 'trigger.text' } },
      },
      steps: [note('note', { var: 'trigger.text' })],
    });
    await publish('every-step', {
      steps: [
        {
          id: 'deal',
          kind: 'action',
          connector: 'hubspot',
          action: 'get_deal',
          input: { deal_id: { var: 'trigger.deal_id' } },
        },
        {
          id: 'large',
          kind: 'if',
          branches: [
            { when: { '>': [{ number: [{ var: 'steps.deal.amount' }] }, 1000] }, steps: [note('big', 'A large deal')] },
          ],
          else: [note('small', 'A small deal')],
        },
        {
          id: 'each',
          kind: 'forEach',
          items: ['one', 'two'],
          steps: [note('item', { cat: ['Item ', { var: 'steps.each.item' }] })],
        },
        {
          id: 'careful',
          kind: 'try',
          steps: [
            {
              id: 'wrong',
              kind: 'action',
              connector: 'hubspot',
              action: 'update_deal_stage',
              input: { deal_id: { var: 'trigger.deal_id' }, pipeline: 'default', stage: 'nowhere' },
            },
          ],
          onError: [note('told', { cat: ['Failed at ', { var: 'steps.careful.error.step' }] })],
        },
        {
          id: 'tell',
          kind: 'call',
          recipe: 'say',
          input: { deal_id: { var: 'trigger.deal_id' }, text: 'From the called recipe' },
        },
        { id: 'done', kind: 'stop', outcome: 'succeeded', message: { cat: ['Said: ', { var: 'steps.tell.said' }] } },
      ],
    });
    const { deal, document } = await sentDocument('every-step');
    await desk.settled();
    await switchOff('every-step');

    const [run] = await desk.runs(document);
    expect(run).toMatchObject({ status: 'succeeded', reason: 'Said: From the called recipe' });
    const said = (await bodies(deal)).join('\n');
    for (const text of ['A large deal', 'Item one', 'Item two', 'Failed at', 'From the called recipe'])
      expect(said).toContain(text);
    expect(said).not.toContain('A small deal');
    expect(run.steps.map((step: { path: string }) => step.path)).toEqual(
      expect.arrayContaining(['deal', 'big', 'each[0].item', 'each[1].item', 'wrong', 'told', 'tell', 'tell/note']),
    );
  });

  it('waits for an event of the same deal and sees its data', async () => {
    await publish('wait-for-signature', {
      steps: [
        {
          id: 'signed',
          kind: 'wait',
          for: {
            kind: 'event',
            connector: 'pandadoc',
            trigger: 'document_status_changed',
            when: { '==': [{ var: 'event.status' }, 'document.completed'] },
            deadline_seconds: 3600,
          },
        },
        note('after', { cat: ['Signed: ', { var: 'steps.signed.event.status' }] }),
      ],
    });
    const { deal, document } = await sentDocument('wait-for-signature');
    await eventually(async () => {
      expect((await desk.runs(document))[0].status).toBe('waiting');
    });
    await desk.act(document, 'sign');
    await eventually(async () => {
      expect((await desk.runs(document))[0].status).toBe('succeeded');
    });
    await switchOff('wait-for-signature');
    expect((await bodies(deal)).join()).toContain('Signed: document.completed');
  });

  it('goes on after the deadline when the event never comes', async () => {
    await publish('wait-in-vain', {
      steps: [
        {
          id: 'paid',
          kind: 'wait',
          for: {
            kind: 'event',
            connector: 'pandadoc',
            trigger: 'document_status_changed',
            when: false,
            deadline_seconds: 1,
          },
        },
        note('after', { if: [{ var: 'steps.paid.timed_out' }, 'Nobody paid', 'Paid'] }),
      ],
    });
    const { deal, document } = await sentDocument('wait-in-vain');
    await eventually(async () => {
      expect((await desk.runs(document))[0].status).toBe('succeeded');
    });
    await switchOff('wait-in-vain');
    expect((await bodies(deal)).join()).toContain('Nobody paid');
  });

  it('keeps the version that it began with', async () => {
    await publish('versioned', {
      steps: [{ id: 'pause', kind: 'wait', for: { kind: 'seconds', seconds: 2 } }, note('after', 'First version')],
    });
    const { deal, document } = await sentDocument('versioned');
    await eventually(async () => {
      expect((await desk.runs(document))[0].status).toBe('waiting');
    });
    const { body } = await desk.api('GET', '/api/recipes/versioned');
    const draft = { ...body.draft, steps: [note('after', 'Second version')] };
    expect(
      (await desk.api('PUT', '/api/recipes/versioned/draft', { revision: body.draft_revision, recipe: draft })).status,
    ).toBeLessThan(300);
    expect((await desk.api('POST', '/api/recipes/versioned/publish', {})).status).toBeLessThan(300);
    await eventually(async () => {
      expect((await desk.runs(document))[0].status).toBe('succeeded');
    });
    await switchOff('versioned');
    expect((await bodies(deal)).join()).toContain('First version');
  });
});
