import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';

describe('Attach the PDF', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.switchOn('attach-pdf');
  });
  afterAll(() => desk.close());

  const fileOf = (id: string) => desk.hubspot('GET', `/files/v3/files/${id}`);

  async function bytesOf(id: string): Promise<string> {
    const { url } = await desk.hubspot('GET', `/files/v3/files/${id}/signed-url`);
    return Buffer.from(await (await fetch(url)).arrayBuffer()).toString('latin1');
  }

  it('attaches the PDF when the document is sent, and the signed one when it is completed', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Sales proposal');
    await desk.act(document, 'send');
    await desk.settled();
    expect(await desk.notes(deal)).toHaveLength(1);

    await desk.act(document, 'sign');
    await desk.settled();
    const notes = await desk.notes(deal);
    expect(notes.map((note) => note.files.length)).toEqual([1, 1]);
    const [sent, signed] = notes.map((note) => note.files[0]!);
    expect(sent).not.toBe(signed);
    expect(await bytesOf(signed!)).toMatch(/^%PDF-/);
    expect(await fileOf(signed!)).toMatchObject({ extension: 'pdf', access: 'PRIVATE' });
  });

  it('waits while PandaDoc is still making the signed PDF', async () => {
    await desk.control('PATCH', '/pandadoc/settings', { pdf_pending_answers: { plain: 0, protected: 2 } });
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.complete(document);
    await desk.control('PATCH', '/pandadoc/settings', { pdf_pending_answers: { plain: 0, protected: 1 } });

    const run = (await desk.runs(document)).at(-1);
    expect(run.status).toBe('succeeded');
    expect(run.steps.find((step: { path: string }) => step.path === 'pdf').failed_attempts).not.toHaveLength(0);
    expect(await desk.notes(deal)).toHaveLength(2);
  });

  it('attaches nothing twice when the run is started again', async () => {
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.complete(document);
    const before = await desk.notes(deal);

    const run = (await desk.runs(document)).at(-1);
    const retried = await desk.api('POST', `/api/runs/${run.id}/retry`, { mode: 'restart' });
    expect(retried.status).toBe(202);
    await desk.settled();
    expect(await desk.notes(deal)).toEqual(before);
  });

  it('makes one file and one note although the answers of HubSpot were lost', async () => {
    await desk.control('POST', '/faults', {
      api: 'hubspot',
      method: 'POST',
      path: '^/files/',
      times: 1,
      effect: { kind: 'drop_after' },
    });
    await desk.control('POST', '/faults', {
      api: 'hubspot',
      method: 'POST',
      path: '/notes$',
      times: 1,
      effect: { kind: 'drop_after' },
    });
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.act(document, 'send');
    await desk.settled(30_000);
    await desk.control('DELETE', '/faults');

    const notes = await desk.notes(deal);
    expect(notes.map((note) => note.files.length)).toEqual([1]);
    const search = await desk.hubspot(
      'GET',
      `/files/v3/files/search?path=${encodeURIComponent((await fileOf(notes[0]!.files[0]!)).path)}`,
    );
    expect(search.results).toHaveLength(1);
  });

  it('says that a production key is needed when PandaDoc refuses the signed PDF to a sandbox key', async () => {
    const { body } = await desk.api('GET', '/api/connections');
    const connection = (body.items ?? body).find((item: { connector: string }) => item.connector === 'pandadoc');
    const changed = await desk.api('PATCH', `/api/connections/${connection.id}`, {
      credentials: { api_key: 'sandbox-dev-key' },
    });
    expect(changed.status).toBe(200);
    const deal = await desk.deal();
    const document = await desk.document(deal, 'Mutual NDA');
    await desk.complete(document);
    await desk.api('PATCH', `/api/connections/${connection.id}`, {
      credentials: { api_key: 'sandbox-production-key' },
    });

    const run = (await desk.runs(document)).at(-1);
    expect(run).toMatchObject({ status: 'failed', error: { class: 'forbidden', path: 'pdf' } });
    expect(`${run.error.message} ${run.error.remedy}`).toMatch(/production/i);
  });
});
