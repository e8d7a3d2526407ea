import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startTwin, until, type Json, type Twin } from '../testing/start-twin.js';

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.close());

const josh = { email: 'josh.ron@acme.example', role: 'Client' };
const wanted = { name: 'Acme', template_uuid: templateIds.salesProposal, recipients: [josh] };
const details = async (id: string) => (await twin.api(`GET /documents/${id}/details`)).body;

describe('creating a document from a template', () => {
  it('answers 201 with an uploaded document and where to ask for its status', async () => {
    const created = await twin.api('POST /documents', wanted);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ status: 'document.uploaded', version: null, uuid: created.body.id });
    expect(created.body.id).toMatch(/^[A-Za-z0-9]{22}$/);
    expect(created.body.date_created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    const [link] = created.body.links;
    expect(link.href).toBe(`${twin.url}/pandadoc/public/v1/documents/${created.body.id}`);
  });

  it('refuses details, send and links with 409 until the document is a draft', async () => {
    await twin.control('PATCH /settings', { create_delay_ms: 60_000 });
    const { id } = (await twin.api('POST /documents', wanted)).body;
    await twin.control('PATCH /settings', { create_delay_ms: 5 });
    const link = { provider: 'hubspot', entity_type: 'deal', entity_id: '1001' };
    const answers = [
      await twin.api(`GET /documents/${id}/details`),
      await twin.api(`POST /documents/${id}/send`, {}),
      await twin.api(`POST /documents/${id}/linked-objects`, link),
      await twin.api(`GET /documents/${id}/download`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 409]);
    expect(answers[0]!.body).toEqual({
      id,
      status: 'document.uploaded',
      info_message: expect.stringContaining('asynchronously'),
    });
  });

  it('becomes a draft of version 2 after the delay', async () => {
    const id = await draftFrom(twin, templateIds.salesProposal);
    expect((await twin.api(`GET /documents/${id}`)).body).toMatchObject({ status: 'document.draft', version: '2' });
  });

  it('ends in document.error when a failure was ordered, and stays there', async () => {
    await twin.control('PATCH /settings', { fail_next_creates: ['Conversion failed'] });
    const id = await draftFrom(twin, templateIds.salesProposal);
    expect((await twin.api(`GET /documents/${id}`)).body.status).toBe('document.error');
    expect((await twin.api(`POST /documents/${id}/send`, {})).status).toBe(409);
  });

  it('marks the documents of a sandbox key', async () => {
    const created = await twin.api('POST /documents', wanted, 'API-Key sandbox-dev-key');
    expect(created.body.name).toBe('[DEV] Acme');
  });

  it('fills variables, fields of the role and metadata as text, and ignores names that the template lacks', async () => {
    const id = await draftFrom(twin, templateIds.salesProposal, {
      tokens: [{ name: 'Deal.Name', value: 'Acme renewal' }],
      fields: {
        'Deal.PoNumber': { value: '77', role: 'Client' },
        'Deal.Signed': { value: true },
        Nonsense: { value: 'x' },
      },
      metadata: { hubspot_deal_id: 1001 },
      tags: ['api', 'api'],
    });
    const document = await details(id);
    expect(document.tokens).toContainEqual({ name: 'Deal.Name', value: 'Acme renewal' });
    const named = (name: string) => document.fields.find((field: Json) => field.merge_field === name);
    expect(named('Deal.PoNumber')).toMatchObject({ value: '77', is_filled: true, type: 'text' });
    expect(named('Deal.Signed')).toMatchObject({ value: true, is_filled: true });
    expect(named('Deal.ContractStart')).toMatchObject({ value: null, is_filled: false });
    expect(document.metadata).toMatchObject({ hubspot_deal_id: '1001', document__created_via_public_api: 'true' });
    expect(document.tags).toEqual(['api']);
  });

  it('takes missing names from Contacts and lets given ones overwrite them', async () => {
    const id = await draftFrom(twin, templateIds.salesProposal);
    expect((await details(id)).recipients[0]).toMatchObject({ first_name: 'Josh', last_name: 'Ron', role: 'Client' });
    await draftFrom(twin, templateIds.salesProposal, { recipients: [{ ...josh, first_name: 'Joshua' }] });
    const contacts = (await twin.api('GET /contacts?email=josh.ron@acme.example')).body.results;
    expect(contacts).toMatchObject([{ first_name: 'Joshua', last_name: 'Ron' }]);
  });

  it('lets role variables follow the recipient and makes people without a role CC', async () => {
    const recipients = [{ ...josh, first_name: 'Josh' }, { email: 'copy@acme.example' }];
    const document = await details(await draftFrom(twin, templateIds.salesProposal, { recipients }));
    expect(document.tokens).toContainEqual({ name: 'Client.FirstName', value: 'Josh' });
    expect(document.recipients[1]).toMatchObject({ recipient_type: 'CC', role: '', roles: [] });
  });

  it.each([
    ['no recipients', { recipients: undefined }, 'recipients'],
    ['an unknown template', { template_uuid: 'nope' }, 'template_uuid'],
    ['an unknown role', { recipients: [{ email: 'a@b.example', role: 'Boss' }] }, 'recipients'],
    ['nobody to write to', { recipients: [{ first_name: 'Josh' }] }, 'recipients.0'],
    ['a table that the template lacks', { pricing_tables: [{ name: 'Nope' }] }, 'pricing_tables'],
    ['text in a checkbox', { fields: { 'Deal.Signed': { value: 'yes' } } }, 'fields'],
  ])('refuses %s with a validation_error', async (_what, change, field) => {
    const answer = await twin.api('POST /documents', { ...wanted, ...change });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ type: 'validation_error', detail: { [field]: [expect.any(String)] } });
  });

  it('goes on with what was pending after a restart', async () => {
    await twin.control('PATCH /settings', { create_delay_ms: 30 });
    const { id } = (await twin.api('POST /documents', wanted)).body;
    const kept = JSON.parse(JSON.stringify(twin.world.state));
    await twin.close();
    twin = await startTwin();
    twin.world.state = kept;
    await until(async () => (await twin.api(`GET /documents/${id}`)).body.status === 'document.draft');
  });
});
