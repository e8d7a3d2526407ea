import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startTwin, type Twin } from '../testing/start-twin.js';

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.close());

const draft = () =>
  draftFrom(twin, templateIds.salesProposal, {
    pricing_tables: [
      { name: 'Pricing Table 1', sections: [{ title: 'P', rows: [{ data: { name: 'Chair', price: 10, qty: 2 } }] }] },
    ],
  });
const completed = async () => {
  const id = await draft();
  await twin.control(`POST /documents/${id}/send`);
  await twin.control(`POST /documents/${id}/sign`);
  return id;
};
const plain = (id: string, key?: string) => twin.api(`GET /documents/${id}/download`, undefined, key);
const sealed = (id: string, key?: string) => twin.api(`GET /documents/${id}/download-protected`, undefined, key);
/** The words of a PDF: its text operators, unpacked. */
function textOf(pdf: Buffer): string {
  const streams = pdf.toString('latin1').matchAll(/stream\n([^]*?)\nendstream/g);
  return [...streams]
    .flatMap(([, packed = '']) => inflateSync(Buffer.from(packed, 'latin1')).toString('latin1').split('\n'))
    .map((line) =>
      [...line.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')),
    )
    .map((pieces) => pieces.join(''))
    .join('\n');
}
const devKey = 'API-Key sandbox-dev-key';

describe('downloading the PDF', () => {
  it('is a whole PDF of any processed document, and the same bytes while nothing changes', async () => {
    const id = await draft();
    const first = await plain(id);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(first.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.bytes.subarray(-6).toString()).toContain('%%EOF');
    expect((await plain(id)).bytes.equals(first.bytes)).toBe(true);
    await twin.api(`PATCH /documents/${id}`, { name: 'Another name' });
    expect((await plain(id)).bytes.equals(first.bytes)).toBe(false);
  });

  it('shows the name, the status, the people, the rows and the total, in any script', async () => {
    const id = await draft();
    await twin.api(`PATCH /documents/${id}`, { name: 'Sofa für Zoë' });
    const text = textOf((await plain(id)).bytes);
    for (const part of ['Sofa für Zoë', 'Status: draft', 'josh.ron@acme.example', 'Chair', 'Total: 20.00 EUR']) {
      expect(text).toContain(part);
    }
    await twin.api(`PATCH /documents/${id}`, { name: 'Łódź 家具 😀' });
    expect((await plain(id)).status).toBe(200);
  });

  it('goes on over as many pages as it needs', async () => {
    const rows = Array.from({ length: 100 }, (_, place) => ({ data: { name: `Chair ${place}`, price: 1, qty: 1 } }));
    const pricing_tables = [{ name: 'Pricing Table 1', sections: [{ title: 'P', rows }] }];
    const { bytes } = await plain(await draftFrom(twin, templateIds.salesProposal, { pricing_tables }));
    expect(bytes.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(3);
    expect(textOf(bytes)).toContain('Chair 99');
  });

  it('bears a watermark for a sandbox key', async () => {
    const id = await draft();
    expect((await plain(id, devKey)).bytes.equals((await plain(id)).bytes)).toBe(false);
  });

  it('answers 202 with Retry-After and no body as often as the settings say', async () => {
    const id = await draft();
    await twin.control('PATCH /settings', { pdf_pending_answers: { plain: 2, protected: 1 } });
    await twin.control(`POST /documents/${id}/send`);
    await twin.control('PATCH /settings', { pdf_pending_answers: { plain: 0, protected: 1 } });
    const answers = [await plain(id), await plain(id), await plain(id)];
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 200]);
    expect(answers[0]!.headers.get('retry-after')).toBe('1');
    expect(answers[0]!.bytes.length).toBe(0);
  });
});

describe('downloading the sealed PDF', () => {
  it('answers 202 once, then the file', async () => {
    const id = await completed();
    const answers = [await sealed(id), await sealed(id), await sealed(id)];
    expect(answers.map(({ status }) => status)).toEqual([202, 200, 200]);
    expect(answers[1]!.bytes.equals(answers[2]!.bytes)).toBe(true);
  });

  it('is refused with 401 for a sandbox key', async () => {
    expect(await sealed(await completed(), devKey)).toMatchObject({
      status: 401,
      body: { type: 'authentication_error' },
    });
  });

  it('is refused with 409 before completion', async () => {
    const id = await draft();
    await twin.control(`POST /documents/${id}/send`);
    expect(await sealed(id)).toMatchObject({ status: 409, body: { id, status: 'document.sent' } });
  });
});
