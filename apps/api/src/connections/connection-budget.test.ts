import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Desk } from '../../test/desk.js';

describe('the budget of a connection', () => {
  let desk: Desk;
  let hubspot: { id: string };

  beforeAll(async () => {
    desk = await Desk.open();
    const { body } = await desk.api('GET', '/api/connections');
    hubspot = body.items.find(({ connector }: { connector: string }) => connector === 'hubspot');
  });
  afterAll(() => desk.close());

  it('shows the calls that are used, in the limits that the remote told', async () => {
    const deal = await desk.deal();
    const asked = await desk.api('POST', '/api/preview', {
      recipe: 'change-deal-stage',
      document_id: await desk.document(deal, 'Mutual NDA'),
      settings: { pipeline: 'default', stages: { 'document.draft': 'closedwon' } },
    });
    expect(asked.status).toBe(200);
    const { status, body } = await desk.api('GET', `/api/connections/${hubspot.id}/budget`);
    expect(status).toBe(200);
    expect(body.windows[0]).toMatchObject({ operations: '', interval_ms: 10_000, closed_for_ms: 0 });
    expect(body.windows[0].used).toBeGreaterThan(0);
    expect(body.windows[0].waiting).toEqual({ preview: 0, live: 0, retry: 0, backfill: 0 });
  });

  it('is told to Prometheus by connector, never by account', async () => {
    const { body } = await desk.api('GET', '/api/metrics');
    expect(body).toMatch(/tandem_budget_calls_left\{connector="hubspot",operations="others"\} \d+/);
    expect(body).toMatch(/tandem_budget_waiting\{connector="hubspot",class="live"\} 0/);
    expect(body).not.toContain(hubspot.id);
  });

  it('is none of a connection that is not there', async () => {
    expect((await desk.api('GET', `/api/connections/${randomUUID()}/budget`)).status).toBe(404);
  });
});
