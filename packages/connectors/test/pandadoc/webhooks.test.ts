import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pandadoc } from '../../src/pandadoc/connector.js';
import { changeStatus } from '../../src/pandadoc/actions/change-status.js';
import { linkObject } from '../../src/pandadoc/actions/link-object.js';
import type { IncomingEvent, RawRequest } from '../../src/sdk/trigger.js';
import { startLocalServer, answer, type LocalServer } from '../../src/pandadoc/testing/local-server.js';
import { makeDraft } from './draft.js';
import { gatewayTo, SandboxWorld } from './sandbox-world.js';

const webhook = pandadoc.webhook!;
let world: SandboxWorld;
let inbox: LocalServer;
beforeAll(async () => {
  world = await SandboxWorld.open();
  await world.control('PATCH', '/pandadoc/settings', { create_delay_ms: 20 });
  inbox = await startLocalServer(answer(200));
});
afterAll(async () => {
  await inbox.close();
  await world.close();
});

const subscriptions = async () => {
  const response = await fetch(`${world.url}/pandadoc/public/v1/webhook-subscriptions`, {
    headers: { authorization: 'API-Key sandbox-production-key' },
  });
  return ((await response.json()) as { items: { uuid: string; url: string; active: boolean; triggers: string[] }[] })
    .items;
};

const changeSubscription = (id: string, body: object) =>
  fetch(`${world.url}/pandadoc/public/v1/webhook-subscriptions/${id}`, {
    method: 'PATCH',
    headers: { authorization: 'API-Key sandbox-production-key', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function delivered(secret: string, wanted: (event: IncomingEvent) => boolean): Promise<IncomingEvent> {
  for (;;) {
    for (const { url, body, headers } of inbox.seen) {
      const query = Object.fromEntries(new URL(url, 'http://127.0.0.1').searchParams);
      const request: RawRequest = { body: Buffer.from(body), headers, query };
      expect(webhook.verify(request, secret)).toBe(true);
      const event = webhook.parse(request).find(wanted);
      if (event !== undefined) return event;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('subscribing', () => {
  it('makes one subscription per URL, and finds its key again', async () => {
    const first = await webhook.subscribe(world.gateway, `${inbox.url}/one`);
    expect(first.secret).not.toBe('');
    expect(await webhook.subscribe(world.gateway, `${inbox.url}/one`)).toEqual(first);
    expect((await subscriptions()).filter(({ url }) => url.endsWith('/one'))).toHaveLength(1);
    await webhook.unsubscribe(world.gateway, first.subscriptionId);
    await webhook.unsubscribe(world.gateway, first.subscriptionId);
    expect((await subscriptions()).filter(({ url }) => url.endsWith('/one'))).toEqual([]);
  });

  it('brings a subscription up to date that was switched off or listens to less', async () => {
    const { subscriptionId } = await webhook.subscribe(world.gateway, `${inbox.url}/two`);
    await changeSubscription(subscriptionId, { active: false, triggers: ['document_deleted'] });
    const again = await webhook.subscribe(world.gateway, `${inbox.url}/two`);
    expect(again.subscriptionId).toBe(subscriptionId);
    const [subscription] = (await subscriptions()).filter(({ uuid }) => uuid === subscriptionId);
    expect(subscription).toMatchObject({ active: true });
    expect(subscription?.triggers).toHaveLength(6);
    await webhook.unsubscribe(world.gateway, subscriptionId);
  });
});

describe('an event', () => {
  it('comes signed, and says of which deal and template its document is', async () => {
    const { subscriptionId, secret } = await webhook.subscribe(world.gateway, `${inbox.url}/events`);
    const id = await makeDraft(world, 'Mutual NDA');
    const deals = await fetch(`${world.url}/hubspot/crm/v3/objects/deals?limit=1`, {
      headers: { authorization: 'Bearer pat-sandbox-hubspot' },
    });
    const [deal] = ((await deals.json()) as { results: { id: string }[] }).results;
    await world.write(linkObject, { document_id: id, deal_id: deal!.id });
    await world.write(changeStatus, { document_id: id, status: 'document.completed' });
    const event = await delivered(
      secret,
      ({ subject, data }) => subject.id === id && data.status === 'document.completed',
    );
    expect(event).toMatchObject({ trigger: 'document_status_changed', dealId: deal!.id });
    expect(event.data).toMatchObject({ template_name: 'Mutual NDA', document_name: 'Mutual NDA for Acme' });
    await webhook.unsubscribe(world.gateway, subscriptionId);
  });

  const silent = (documentId: string): IncomingEvent => {
    const body = Buffer.from(JSON.stringify([{ event: 'document_updated', data: { id: documentId } }]));
    return webhook.parse({ body, headers: {}, query: {} })[0]!;
  };
  const complete = (event: IncomingEvent) =>
    pandadoc.triggers.find(({ key }) => key === 'document_updated')!.complete!(world.gateway, event);

  it('that does not say so is completed from the document', async () => {
    const id = await makeDraft(world, 'Mutual NDA');
    const event = await complete(silent(id));
    expect(event.dealId).toBeNull();
    expect(event.templateId).toBe(event.data.template_id);
    expect(event.data).toMatchObject({ status: 'document.draft', template_name: 'Mutual NDA', deal_id: null });
  });

  it('of a document that is gone has no deal and no template', async () => {
    const event = await complete(silent('aaaaaaaaaaaaaaaaaaaaaa'));
    expect(event).toMatchObject({ dealId: null, templateId: null });
  });
});

describe('the connection', () => {
  it('names the workspace, and refuses a wrong key', async () => {
    expect(await pandadoc.test(world.gateway)).toEqual({ id: expect.any(String), name: expect.any(String) });
    await expect(pandadoc.test(gatewayTo(world.url, 'wrong'))).rejects.toMatchObject({ errorClass: 'auth' });
  });

  it('offers templates, what is in them, folders and statuses', async () => {
    const load = async (key: string, input: object = {}) => {
      const list = pandadoc.pickLists.find((each) => each.key === key)!;
      return list.load(world.gateway, list.input.parse(input));
    };
    const templates = await load('templates');
    const proposal = templates.find(({ label }) => label === 'Sales proposal');
    const input = { template_id: proposal?.value };
    expect(await load('template_fields', input)).toContainEqual({
      value: 'Deal.ContractType',
      label: 'Deal.ContractType',
      hint: 'dropdown',
    });
    expect(await load('template_tokens', input)).toContainEqual({ value: 'Deal.Name', label: 'Deal.Name' });
    expect(await load('template_tables', input)).toEqual([
      { value: 'Pricing Table 1', label: 'Pricing Table 1', hint: 'Pricing table' },
    ]);
    expect(await load('statuses')).toContainEqual({ value: 'document.voided', label: 'Expired' });
    expect((await load('folders')).every(({ value, label }) => value !== '' && label !== '')).toBe(true);
  });
});
