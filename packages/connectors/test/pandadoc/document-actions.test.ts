import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeStatus } from '../../src/pandadoc/actions/change-status.js';
import { createDocument } from '../../src/pandadoc/actions/create-document.js';
import { downloadPdf } from '../../src/pandadoc/actions/download-pdf.js';
import { getDocument } from '../../src/pandadoc/actions/get-document.js';
import { linkObject } from '../../src/pandadoc/actions/link-object.js';
import { listDocuments } from '../../src/pandadoc/actions/list-documents.js';
import { sendDocument } from '../../src/pandadoc/actions/send-document.js';
import { updateDocument } from '../../src/pandadoc/actions/update-document.js';
import { documentsOfDeal } from '../../src/pandadoc/account.js';
import { makeDraft, untilDraft } from './draft.js';
import { gatewayTo, SandboxWorld } from './sandbox-world.js';

let world: SandboxWorld;
beforeAll(async () => {
  world = await SandboxWorld.open();
  await world.control('PATCH', '/pandadoc/settings', { create_delay_ms: 20 });
});
afterAll(() => world.close());

const dealIds = async (): Promise<string[]> => {
  const headers = { authorization: 'Bearer pat-sandbox-hubspot' };
  const response = await fetch(`${world.url}/hubspot/crm/v3/objects/deals`, { headers });
  return ((await response.json()) as { results: { id: string }[] }).results.map(({ id }) => id);
};

describe('creating a document', () => {
  it('makes one document, however often the step is repeated', async () => {
    const [template] = await world.control('GET', '/pandadoc/templates');
    world.stepKey = 'run 7: create & send';
    const input = { template_id: template.id, name: 'Once', recipients: [{ email: 'a@example.com', role: 'Client' }] };
    const first = await world.write(createDocument, input);
    expect(first.effects).toMatchObject([{ operation: 'create', target: { type: 'document', id: first.output.id } }]);
    const again = await world.write(createDocument, input);
    expect(again.plan.changes).toEqual([]);
    expect(again.output.id).toBe(first.output.id);
    await untilDraft(world, first.output.id);
    const { documents } = await world.read(listDocuments, { search: 'Once' });
    expect(documents.map(({ id }) => id)).toEqual([first.output.id]);
  });

  it('fills pricing tables, variables, fields and metadata from the start', async () => {
    const templates = await world.control('GET', '/pandadoc/templates');
    world.stepKey = 'filled';
    const { output } = await world.write(createDocument, {
      template_id: templates.find(({ name }: { name: string }) => name === 'Sales proposal').id,
      name: 'Filled',
      recipients: [{ email: 'a@example.com', first_name: 'A', last_name: 'B', role: 'Client' }],
      tokens: [{ name: 'Deal.Name', value: 'Acme' }],
      fields: [{ name: 'Deal.PoNumber', value: 'PO-1' }],
      metadata: { origin: 'test' },
      tags: ['mine'],
      pricing_tables: [
        {
          name: 'Pricing Table 1',
          rows: [
            { name: 'Panda', sku: 'P1', price: '10.50', quantity: '2', discount: { type: 'percent', value: '10' } },
          ],
        },
      ],
    });
    await untilDraft(world, output.id);
    const document = await world.read(getDocument, { document_id: output.id });
    expect(document.grand_total).toBe('18.9');
    expect(document.rows).toMatchObject([{ name: 'Panda', sku: 'P1', discount: { type: 'percent', value: '10' } }]);
    expect(document.tokens).toContainEqual({ name: 'Deal.Name', value: 'Acme' });
    expect(document.fields).toContainEqual(
      expect.objectContaining({ name: 'Deal.PoNumber', value: 'PO-1', filled: true }),
    );
    expect(document.metadata).toMatchObject({ origin: 'test', tandem_step: 'filled' });
    expect(document.tags).toContain('mine');
  });
});

describe('updating a document', () => {
  it('changes what differs, and nothing the second time', async () => {
    const id = await makeDraft(world, 'Sales proposal');
    const input = {
      document_id: id,
      name: 'Renamed',
      tokens: [{ name: 'Deal.Name', value: 'Acme' }],
      fields: [
        { name: 'Deal.PoNumber', value: 'PO-1' },
        { name: 'Deal.Signed', value: true },
        { name: 'Deal.ContractStart', value: '2026-12-31T00:00:00.000Z' },
      ],
      metadata: { key: 'value' },
      tags: ['new'],
      pricing_tables: [
        {
          name: 'Pricing Table 1',
          rows: [
            { name: 'One', price: '10', columns: { delivery_week: '42' } },
            { name: 'Two', price: '5', optional: true, selected: false, line_item_id: '9' },
          ],
        },
      ],
    };
    const { plan } = await world.write(updateDocument, input);
    expect(plan.changes.map(({ property }) => property)).toEqual([
      'name',
      'tokens.Deal.Name',
      'fields.Deal.PoNumber',
      'fields.Deal.Signed',
      'fields.Deal.ContractStart',
      'metadata.key',
      'tags',
      'pricing_tables.Pricing Table 1',
    ]);
    expect((await world.plan(updateDocument, input)).changes).toEqual([]);
    const document = await world.read(getDocument, { document_id: id });
    expect(document.rows).toMatchObject([{ name: 'One', columns: [{ name: 'Delivery Week', value: '42' }] }]);
    expect(document.left_out_rows).toMatchObject([{ name: 'Two', reason: 'optional and not selected' }]);
  });

  it('refuses fields and tables that the document does not have, all by name', async () => {
    const id = await makeDraft(world, 'Order form');
    const update = world.plan(updateDocument, {
      document_id: id,
      fields: [{ name: 'Deal.Nonsense', value: 'x' }],
      pricing_tables: [{ name: 'No such table', rows: [] }],
    });
    await expect(update).rejects.toMatchObject({
      errorClass: 'validation',
      problems: [{ subject: 'Deal.Nonsense' }, { subject: 'No such table' }],
    });
  });
});

describe('sending, and changing the status by hand', () => {
  it('sends once', async () => {
    const id = await makeDraft(world, 'Mutual NDA');
    const { output } = await world.write(sendDocument, { document_id: id, silent: true });
    expect(output.status).toBe('document.sent');
    const again = await world.write(sendDocument, { document_id: id, silent: true });
    expect(again.effects).toEqual([]);
    expect(again.output.status).toBe('document.sent');
    expect(again.plan).toMatchObject({ changes: [], notes: [] });
  });

  it('asks for the approval first, and sends again once it is given', async () => {
    const id = await makeDraft(world, 'Mutual NDA');
    await world.control('PATCH', `/pandadoc/documents/${id}`, { approval_required: true });
    const asked = await world.write(sendDocument, { document_id: id, silent: true });
    expect(asked.output.status).toBe('document.waiting_approval');
    expect((await world.plan(sendDocument, { document_id: id })).notes[0]?.message).toContain('must be sent again');
    await world.control('POST', `/pandadoc/documents/${id}/approve`, {});
    expect((await world.write(sendDocument, { document_id: id, silent: true })).output.status).toBe('document.sent');
  });

  it('is refused for a document that was declined', async () => {
    const id = await makeDraft(world, 'Mutual NDA');
    await world.write(changeStatus, { document_id: id, status: 'document.declined' });
    await expect(world.plan(sendDocument, { document_id: id })).rejects.toMatchObject({
      errorClass: 'conflict',
      message: '"Mutual NDA for Acme" cannot be sent: its status is Declined.',
    });
  });

  it('marks a sent document as completed, not as paid', async () => {
    const id = await makeDraft(world, 'Mutual NDA');
    await world.write(sendDocument, { document_id: id, silent: true });
    await expect(world.plan(changeStatus, { document_id: id, status: 'document.paid' })).rejects.toMatchObject({
      errorClass: 'conflict',
      message: '"Mutual NDA for Acme" is Sent and cannot be marked as Paid.',
      remedy: 'From here it can be marked as Completed, Expired, Declined.',
    });
    const { effects } = await world.write(changeStatus, { document_id: id, status: 'document.completed' });
    expect(effects).toMatchObject([{ property: 'status', before: 'document.sent', after: 'document.completed' }]);
    expect((await world.plan(changeStatus, { document_id: id, status: 'document.completed' })).changes).toEqual([]);
  });
});

describe('linking a document to a deal', () => {
  it('links once, and is found from the deal', async () => {
    const id = await makeDraft(world, 'Sales proposal');
    const [dealId, otherDealId] = await dealIds();
    const first = await world.write(linkObject, { document_id: id, deal_id: dealId! });
    expect(first.output.already_linked).toBe(false);
    const again = await world.write(linkObject, { document_id: id, deal_id: dealId! });
    expect(again).toMatchObject({ effects: [], output: { already_linked: true } });
    await expect(world.plan(linkObject, { document_id: id, deal_id: otherDealId! })).rejects.toMatchObject({
      errorClass: 'conflict',
    });
    expect((await world.read(getDocument, { document_id: id })).deal_id).toBe(dealId);
    const [linked] = await documentsOfDeal(world.gateway, dealId!);
    expect(linked).toEqual({ documentId: id, templateId: expect.any(String), status: 'document.draft' });
  });
});

describe('downloading the PDF', () => {
  it('names it after the document', async () => {
    const id = await makeDraft(world, 'Mutual NDA');
    await world.write(sendDocument, { document_id: id, silent: true });
    const { file } = await world.read(downloadPdf, { document_id: id, kind: 'plain' });
    expect(file).toMatchObject({ name: 'Mutual NDA for Acme.pdf', media_type: 'application/pdf' });
    expect(Buffer.from(await world.files.get(file)).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('of a signed document waits while it is being made, then gives the sealed one', async () => {
    const id = await makeDraft(world, 'Mutual NDA');
    await world.control('POST', `/pandadoc/documents/${id}/send`, {});
    await world.control('POST', `/pandadoc/documents/${id}/sign`, {});
    const download = () => world.read(downloadPdf, { document_id: id, kind: 'protected', name: 'Signed' });
    await expect(download()).rejects.toMatchObject({ errorClass: 'transient', retryAfterMs: expect.any(Number) });
    expect((await download()).file.name).toBe('Signed.pdf');
  });

  it('says that a sandbox key does not get the sealed one', async () => {
    const id = await makeDraft(world, 'Mutual NDA');
    await world.control('POST', `/pandadoc/documents/${id}/send`, {});
    await world.control('POST', `/pandadoc/documents/${id}/sign`, {});
    const sandboxKey = gatewayTo(world.url, 'sandbox-dev-key');
    const input = { document_id: id, kind: 'protected' as const };
    await expect(world.read(downloadPdf, input, sandboxKey)).rejects.toMatchObject({
      errorClass: 'forbidden',
      remedy: 'Put a production API key into the PandaDoc connection.',
    });
    await expect(world.read(downloadPdf, input, gatewayTo(world.url, 'wrong'))).rejects.toMatchObject({
      errorClass: 'auth',
    });
  });
});
