import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTwin, TOKEN, type Answer, type Twin } from './testing/twin.js';

let twin: Twin;
beforeEach(async () => {
  twin = await startTwin();
});
afterEach(() => twin.close());

const PRIVATE = { access: 'PRIVATE' };

const upload = async (
  text: string,
  fields: Record<string, string>,
  options: Record<string, unknown> | null = PRIVATE,
): Promise<Answer> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (options) form.set('options', JSON.stringify(options));
  form.set('file', new Blob([text], { type: 'application/pdf' }), 'upload.pdf');
  const answer = await fetch(`${twin.url}/hubspot/files/v3/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}` },
    body: form,
  });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.json() };
};

const inFolder = (name: string) => ({ folderPath: '/PandaDoc/doc-1', fileName: name });

describe('an upload', () => {
  it('is stored with its folder, digest and normalised name', async () => {
    const { status, body } = await upload('%PDF-1', inFolder('Sales proposal (final).pdf'));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Sales-proposal-final',
      extension: 'pdf',
      type: 'DOCUMENT',
      access: 'PRIVATE',
      path: '/PandaDoc/doc-1/Sales-proposal-final.pdf',
      size: 6,
      fileMd5: createHash('md5').update('%PDF-1').digest('hex'),
      archived: false,
    });
    const again = await upload('%PDF-2', { folderId: body.parentFolderId, fileName: 'other' });
    expect(again.body.path).toBe('/PandaDoc/doc-1/other.pdf');
  });

  it('gets a number when its name is taken', async () => {
    await upload('1', inFolder('a.pdf'));
    expect((await upload('2', inFolder('a.pdf'))).body.name).toBe('a-1');
    expect((await upload('3', inFolder('a.pdf'))).body.name).toBe('a-2');
  });

  it('answers the file that is there already when told so', async () => {
    const options = {
      ...PRIVATE,
      duplicateValidationStrategy: 'RETURN_EXISTING',
      duplicateValidationScope: 'EXACT_FOLDER',
    };
    const first = await upload('same', inFolder('a.pdf'), options);
    expect((await upload('same', inFolder('a.pdf'), options)).body.id).toBe(first.body.id);
    const elsewhere = await upload('same', { ...inFolder('a.pdf'), folderPath: '/PandaDoc/doc-2' }, options);
    expect(elsewhere.body.id).not.toBe(first.body.id);
    expect((await upload('other', inFolder('a.pdf'), options)).body.name).toBe('a-1');
    await twin.control('PATCH', '/settings', { file_duplicates_by: 'name' });
    expect((await upload('third', inFolder('a.pdf'), options)).body.id).toBe(first.body.id);
  });

  it('is refused as a duplicate when told so', async () => {
    const options = { ...PRIVATE, duplicateValidationStrategy: 'REJECT' };
    await upload('same', inFolder('a.pdf'), options);
    expect((await upload('same', inFolder('a.pdf'), options)).status).toBe(409);
  });

  it('replaces the file of that name with overwrite: a new id, and the old file is gone', async () => {
    const first = await upload('1', inFolder('a.pdf'));
    const second = await upload('2', inFolder('a.pdf'), { ...PRIVATE, overwrite: true });
    expect(second.body).toMatchObject({ name: 'a' });
    expect(second.body.id).not.toBe(first.body.id);
    expect((await twin.call('GET', `/files/v3/files/${first.body.id}`)).status).toBe(404);
  });

  it.each([
    ['without options', inFolder('a.pdf'), null],
    ['without access', inFolder('a.pdf'), {}],
    ['without a folder', { fileName: 'a.pdf' }, PRIVATE],
    ['into a folder that does not exist', { folderId: '1' }, PRIVATE],
  ])('is refused %s', async (_what, fields, options) => {
    expect((await upload('x', fields as Record<string, string>, options)).status).toBe(400);
  });

  it('may be longer than a megabyte', async () => {
    const { status, body } = await upload('x'.repeat(3_000_000), inFolder('long.pdf'));
    expect([status, body.size]).toEqual([201, 3_000_000]);
  });
});

describe('a stored file', () => {
  it('is found by name, path, digest and folder', async () => {
    const { body: file } = await upload('%PDF-1', inFolder('a.pdf'));
    await upload('%PDF-2', { folderPath: '/Elsewhere', fileName: 'b.pdf' });
    for (const query of [
      'name=a',
      'path=/PandaDoc/doc-1/a.pdf',
      `fileMd5=${file.fileMd5}`,
      `parentFolderIds=${file.parentFolderId}`,
    ]) {
      const { body } = await twin.call('GET', `/files/v3/files/search?${query}`);
      expect([query, body.results.map(({ id }: { id: string }) => id)]).toEqual([query, [file.id]]);
    }
  });

  it('is served by a signed link to anybody, until the link expires', async () => {
    const { body: file } = await upload('%PDF-1 bytes', inFolder('a.pdf'));
    const { body } = await twin.call('GET', `/files/v3/files/${file.id}/signed-url?expirationSeconds=60`);
    expect(body).toMatchObject({ name: 'a', extension: 'pdf', size: 12, expiresAt: '2026-11-23T10:01:00.123Z' });
    const served = await fetch(body.url);
    expect([served.status, served.headers.get('content-type'), await served.text()]).toEqual([
      200,
      'application/pdf',
      '%PDF-1 bytes',
    ]);
    expect((await fetch(body.url.replace(/signature=./, 'signature=_'))).status).toBe(403);
    twin.pass(61_000);
    expect((await fetch(body.url)).status).toBe(403);
  });

  it('can be deleted', async () => {
    const { body: file } = await upload('x', inFolder('a.pdf'));
    expect((await twin.call('DELETE', `/files/2026-03/files/${file.id}`)).status).toBe(204);
    expect((await twin.call('GET', `/files/v3/files/${file.id}`)).status).toBe(404);
  });
});

describe('a note with an attachment', () => {
  it('shows in the friendly view of its deal, with the stage’s label and the lines', async () => {
    const { body: file } = await upload('%PDF-1', inFolder('a.pdf'));
    const note = await twin.call('POST', '/crm/v3/objects/notes', {
      properties: { hs_timestamp: '2026-11-23T10:00:00Z', hs_note_body: '<p>Signed</p>', hs_attachment_ids: file.id },
      associations: [
        { to: { id: '1001' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 214 }] },
      ],
    });
    expect(note.status).toBe(201);
    const { body: deal } = await twin.control('GET', '/deals/1001');
    expect(deal).toMatchObject({
      stage: { id: 'presentationscheduled', label: 'Presentation scheduled' },
      amount: '28560',
      owner: 'Ines Marchetti',
      company: { name: 'Alder & Finch Clinics' },
      notes: [{ body: '<p>Signed</p>', attachments: [{ file_id: file.id, name: 'a.pdf', size: 6, missing: false }] }],
    });
    expect(deal.line_items).toHaveLength(4);
    expect(deal.line_items[2]).toMatchObject({ sku: 'HW-EDGE', price: '689.5', quantity: '12', amount: '7800' });
    const bytes = await fetch(`${twin.url}/control/hubspot/files/${file.id}`);
    expect(await bytes.text()).toBe('%PDF-1');
  });

  it('needs a timestamp', async () => {
    const { body } = await twin.call('POST', '/crm/v3/objects/notes', { properties: { hs_note_body: 'x' } });
    expect(body.errors[0]).toMatchObject({ code: 'MISSING_REQUIRED_PROPERTY' });
  });
});
