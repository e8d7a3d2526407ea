import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Contract, type Exchange } from '../../test/contract-check.js';
import { templateIds } from './seed/templates.js';
import { draftFrom, startTwin, type Answer, type Twin } from './testing/start-twin.js';

const folder = process.env.CONTRACT_SPECS;
const described = folder !== undefined && existsSync(folder) ? describe : describe.skip;

described('the answers of the twin, held against the published description', () => {
  let twin: Twin;
  let contract: Contract;
  const exchanges: Exchange[] = [];
  beforeAll(async () => {
    contract = await Contract.load(folder!);
    twin = recording(await startTwin(), exchanges);
  });
  afterAll(() => twin.close());

  const unexpected = () => contract.violations(exchanges.splice(0));
  const rows = [
    {
      options: { optional: true, optional_selected: true, qty_editable: true },
      data: { name: 'Chair', price: 10, qty: 2, discount: { type: 'percent', value: 5 } },
      custom_fields: { hubspot_line_item_id: '9' },
    },
  ];
  const filled = {
    fields: { 'Deal.PoNumber': { value: '77' }, 'Deal.Signed': { value: true } },
    pricing_tables: [
      { name: 'Pricing Table 1', data_merge: false, options: {}, sections: [{ title: 'P', default: true, rows }] },
    ],
  };

  it('fit for a document with a pricing table, from draft to the sealed PDF and back', async () => {
    const id = await draftFrom(twin, templateIds.salesProposal, filled);
    await twin.api(`GET /documents/${id}/details`);
    await twin.api(`GET /documents/${id}/fields`);
    await twin.api(`PATCH /documents/${id}`, { name: 'Changed', tokens: [{ name: 'Deal.Name', value: 'x' }] });
    await twin.api(`POST /documents/${id}/linked-objects`, {
      provider: 'hubspot',
      entity_type: 'deal',
      entity_id: '1001',
    });
    await twin.api(`POST /documents/${id}/linked-objects`, {
      provider: 'hubspot',
      entity_type: 'deal',
      entity_id: '1001',
    });
    await twin.api(`GET /documents/${id}/linked-objects`);
    await twin.api('GET /documents/linked-objects?provider=hubspot&entity_type=deal&entity_id=1001');
    await twin.api(`GET /documents/${id}/download-protected`);
    await twin.api(`POST /documents/${id}/send`, { silent: true });
    await twin.api(`POST /documents/${id}/send`, {});
    await twin.api(`PATCH /documents/${id}`, { name: 'Too late' });
    await twin.control(`POST /documents/${id}/sign`);
    await twin.api(`GET /documents/${id}/details`);
    await twin.api(`GET /documents/${id}`);
    await twin.api('GET /documents?count=10');
    await twin.api(`GET /documents/${id}/download-protected`);
    await twin.api(`GET /documents/${id}/download-protected`);
    await twin.api(`GET /documents/${id}/download`);
    await twin.api(`POST /documents/${id}/draft`);
    await twin.api(`PATCH /documents/${id}/status`, { status: 2 });
    await twin.api(`PATCH /documents/${id}/status`, { status: 2 });
    await twin.api(`DELETE /documents/${id}`);
    await twin.api(`GET /documents/${id}/details`);
    expect(unexpected()).toEqual([]);
  });

  it('fit for a quote', async () => {
    const id = await draftFrom(twin, templateIds.quoteAgreement);
    const [quote] = (await twin.api(`GET /documents/${id}/details`)).body.pricing.quotes;
    const items = [
      {
        name: 'Panda',
        qty: 2,
        price: 3,
        billing_frequency: 'monthly',
        contract_term: 12,
        options: { qty_editable: true },
      },
      { name: 'Bear', discounts: { Sale: { type: 'flat', value: 1 } } },
    ];
    await twin.api(`PUT /documents/${id}/quotes/${quote.id}`, { sections: [{ id: quote.sections[0].id, items }] });
    await twin.api(`GET /documents/${id}/details`);
    expect(unexpected()).toEqual([]);
  });

  it('fit for templates, people and folders', async () => {
    await twin.api('GET /templates?count=2&page=1');
    for (const id of Object.values(templateIds)) {
      await twin.api(`GET /templates/${id}`);
      await twin.api(`GET /templates/${id}/details`);
    }
    await twin.api('GET /members');
    await twin.api('GET /members/current');
    await twin.api('GET /contacts');
    await twin.api('POST /contacts', { email: 'eva@acme.example' });
    await twin.api('GET /documents/folders');
    await twin.api('GET /templates/folders');
    await twin.api('POST /templates/folders', { name: 'New' });
    await twin.api('POST /documents/folders', { name: 'New' });
    expect(unexpected()).toEqual([]);
  });

  it('fit for webhooks and their history', async () => {
    const wanted = {
      name: 'Tandem',
      url: 'http://127.0.0.1:9/',
      triggers: ['document_state_changed'],
      payload: ['fields'],
    };
    const { body } = await twin.api('POST /webhook-subscriptions', wanted);
    await twin.api('GET /webhook-subscriptions');
    await twin.api(`PATCH /webhook-subscriptions/${body.uuid}`, { name: 'Renamed' });
    await twin.api(`PATCH /webhook-subscriptions/${body.uuid}/shared-key`);
    await draftFrom(twin, templateIds.mutualNda);
    const { items } = (await twin.api('GET /webhook-events?count=10&page=1')).body;
    for (const { uuid } of items) await twin.api(`GET /webhook-events/${uuid}`);
    await twin.api(`DELETE /webhook-subscriptions/${body.uuid}`);
    expect(unexpected()).toEqual([]);
  });

  it('fit when calls are refused', async () => {
    await twin.api('GET /documents', undefined, null);
    await twin.api('POST /documents', {});
    await twin.api('POST /webhook-subscriptions', {});
    await twin.api('GET /documents/nope/details');
    const id = await draftFrom(twin, templateIds.mutualNda);
    await twin.control(`PATCH /documents/${id}`, { lock_seconds: 60 });
    await twin.api(`PATCH /documents/${id}`, { name: 'x' });
    await twin.control('PATCH /settings', { rate_limits: { status: 0 } });
    await twin.api(`GET /documents/${id}`);
    expect(unexpected()).toEqual([]);
  });
});

/** Writes down every call of the API and its answer. */
function recording(twin: Twin, exchanges: Exchange[]): Twin {
  const api: Twin['api'] = async (call, body, authorization) => {
    const answer: Answer = await twin.api(call, body, authorization);
    const [method = '', target = ''] = call.split(' ');
    const { pathname, searchParams } = new URL(`http://twin/public/v1${target}`);
    exchanges.push({
      api: 'pandadoc',
      method,
      path: pathname,
      query: Object.fromEntries(searchParams),
      requestBody: body ?? null,
      status: answer.status,
      responseBody: answer.body ?? (answer.bytes.length > 0 ? '(a file)' : null),
    });
    return answer;
  };
  return { ...twin, api };
}
