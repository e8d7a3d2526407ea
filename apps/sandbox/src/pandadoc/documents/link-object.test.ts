import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startTwin, type Twin } from '../testing/start-twin.js';

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.close());

const draft = () => draftFrom(twin, templateIds.orderForm);
const deal = (id: string) => ({ provider: 'hubspot', entity_type: 'deal', entity_id: id });
const link = (documentId: string, body: object) => twin.api(`POST /documents/${documentId}/linked-objects`, body);

describe('linking a document to a deal', () => {
  it('answers 201 with the link, which details show as well', async () => {
    const id = await draft();
    const linked = await link(id, deal('1001'));
    expect(linked).toMatchObject({ status: 201, body: { id: expect.any(String), ...deal('1001') } });
    expect((await twin.api(`GET /documents/${id}/linked-objects`)).body.linked_objects).toEqual([
      { ...linked.body, children: [] },
    ]);
    expect((await twin.api(`GET /documents/${id}/details`)).body.linked_objects).toEqual([linked.body]);
  });

  it('works after sending too', async () => {
    const id = await draft();
    await twin.api(`POST /documents/${id}/send`, {});
    expect((await link(id, deal('1001'))).status).toBe(201);
  });

  it('allows one link to HubSpot, and another after it was removed', async () => {
    const id = await draft();
    const first = await link(id, deal('1001'));
    expect(await link(id, deal('1002'))).toMatchObject({ status: 400, body: { type: 'request_error' } });
    expect((await twin.api(`DELETE /documents/${id}/linked-objects/${first.body.id}`)).status).toBe(204);
    expect((await twin.api(`DELETE /documents/${id}/linked-objects/${first.body.id}`)).status).toBe(404);
    expect((await link(id, deal('1002'))).status).toBe(201);
  });

  it.each([
    ['a deal that HubSpot does not have', deal('9'), 'entity_id'],
    ['a CRM that is not connected', { ...deal('1001'), provider: 'pipedrive' }, 'provider'],
    ['a contact', { ...deal('1001'), entity_type: 'contact' }, 'provider'],
    ['a missing id', { provider: 'hubspot', entity_type: 'deal' }, 'entity_id'],
  ])('refuses %s', async (_what, body, field) => {
    const answer = await link(await draft(), body);
    expect(answer).toMatchObject({
      status: 400,
      body: { type: 'request_error', detail: { [field]: expect.any(Array) } },
    });
  });

  it('finds the documents of a deal, newest first, as a bare array', async () => {
    await Promise.all(twin.world.state.documents.map(({ id }) => twin.api(`DELETE /documents/${id}`)));
    const [older, newer] = [await draft(), await draft()];
    await link(older, deal('1002'));
    await link(newer, deal('1002'));
    const query = 'provider=hubspot&entity_type=deal&entity_id=1002';
    const found = await twin.api(`GET /documents/linked-objects?${query}`);
    expect(found.body).toEqual([
      { id: newer, status: 'document.draft', date_created: expect.any(String), template_id: templateIds.orderForm },
      { id: older, status: 'document.draft', date_created: expect.any(String), template_id: templateIds.orderForm },
    ]);
    expect((await twin.api(`GET /documents/linked-objects?${query}&order_by=date_created`)).body[0].id).toBe(older);
    expect((await twin.api('GET /documents/linked-objects?provider=hubspot')).status).toBe(400);
  });
});
