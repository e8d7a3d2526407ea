import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { templateIds } from '../seed/templates.js';
import { draftFrom, startTwin, type Json, type Twin } from '../testing/start-twin.js';

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.close());

const draft = (more: object = {}) => draftFrom(twin, templateIds.salesProposal, more);
const details = async (id: string) => (await twin.api(`GET /documents/${id}/details`)).body;
const status = async (id: string) => (await twin.api(`GET /documents/${id}`)).body.status;
const set = (id: string, code: number) => twin.api(`PATCH /documents/${id}/status`, { status: code });

/** A fresh document in the named status. */
async function inStatus(name: string): Promise<string> {
  const id = await draft();
  const acts: Record<string, string[]> = {
    sent: ['send'],
    viewed: ['send', 'view'],
    completed: ['send', 'sign'],
    voided: ['send', 'expire'],
    declined: ['send', 'view', 'decline'],
    waiting_approval: ['send'],
    approved: ['send', 'approve'],
    waiting_pay: ['send', 'sign'],
    paid: ['send', 'sign', 'pay'],
  };
  if (name === 'waiting_approval' || name === 'approved')
    await twin.control(`PATCH /documents/${id}`, { approval_required: true });
  if (name === 'waiting_pay' || name === 'paid')
    await twin.control(`PATCH /documents/${id}`, { payment_required: true });
  for (const one of acts[name] ?? []) await twin.control(`POST /documents/${id}/${one}`);
  expect(await status(id)).toBe(`document.${name}`);
  return id;
}

describe('sending', () => {
  it('seals a draft, dates it and gives everybody a link', async () => {
    const id = await draft();
    const sent = await twin.api(`POST /documents/${id}/send`, { subject: 'Hello', silent: true });
    expect(sent.status).toBe(200);
    expect(sent.body).toMatchObject({ id, status: 'document.sent', recipients: [{ recipient_type: 'signer' }] });
    expect(sent.body.recipients[0].shared_link).toContain(id);
    const document = await details(id);
    expect(document.date_sent).toBe(document.date_modified);
    expect(document.sent_by.email).toBe('nora.lindqvist@lindqvist.example');
  });

  it('refuses a second send with 409 and the status', async () => {
    const again = await twin.api(`POST /documents/${await inStatus('sent')}/send`, {});
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ status: 'document.sent', info_message: expect.any(String) });
    expect(again.body).not.toHaveProperty('type');
  });

  it('waits for approval where the template wants it, and needs a second send afterwards', async () => {
    const id = await inStatus('waiting_approval');
    expect((await twin.api(`POST /documents/${id}/send`, {})).status).toBe(409);
    await twin.control(`POST /documents/${id}/approve`);
    expect((await details(id)).date_sent).toBeNull();
    expect((await twin.api(`POST /documents/${id}/send`, {})).body.status).toBe('document.sent');
  });

  it('can be refused by the approver', async () => {
    const id = await inStatus('waiting_approval');
    await twin.control(`POST /documents/${id}/reject`);
    expect(await status(id)).toBe('document.rejected');
  });
});

describe('signing', () => {
  it('completes the document with the last signer', async () => {
    const recipients = [
      { email: 'josh.ron@acme.example', role: 'Client' },
      { email: 'nora@lindqvist.example', role: 'Sender' },
      { email: 'copy@acme.example' },
    ];
    const id = await draft({ recipients });
    await twin.control(`POST /documents/${id}/send`);
    await twin.control(`POST /documents/${id}/sign`, { role: 'Client' });
    const half = await details(id);
    expect(half).toMatchObject({ status: 'document.viewed', date_completed: null });
    expect(half.recipients.map((one: Json) => one.has_completed)).toEqual([true, false, false]);
    await twin.control(`POST /documents/${id}/sign`);
    const whole = await details(id);
    expect(whole.status).toBe('document.completed');
    expect(whole.date_completed).toBe(whole.date_modified);
  });

  it('waits for the payment where there is one', async () => {
    const id = await inStatus('waiting_pay');
    await twin.control(`POST /documents/${id}/pay`);
    expect(await details(id)).toMatchObject({ status: 'document.paid', date_completed: expect.any(String) });
  });

  it('passes completed on the way to paid where the switch says so', async () => {
    const triggers = ['document_state_changed'];
    await twin.api('POST /webhook-subscriptions', { name: 'Payments', url: 'http://127.0.0.1:9/', triggers });
    await twin.control('PATCH /settings', { completed_before_paid: true });
    const id = await inStatus('paid');
    await twin.control('PATCH /settings', { completed_before_paid: false });
    const told = twin.world.state.deliveries.flatMap(({ request_body: body }) => JSON.parse(body) as Json[]);
    const statuses = told.filter(({ data }) => data.id === id).map(({ data }) => data.status);
    expect(statuses.slice(-3)).toEqual(['document.waiting_pay', 'document.completed', 'document.paid']);
  });

  it('is not possible before the document is sent', async () => {
    expect((await twin.control(`POST /documents/${await draft()}/sign`)).status).toBe(409);
  });
});

describe('going back to draft', () => {
  it('clears signatures, keeps what else was filled in, and forgets when it was sent', async () => {
    const id = await draft();
    await twin.control(`POST /documents/${id}/send`);
    await twin.control(`PATCH /documents/${id}/fields`, { 'Deal.PoNumber': 'PO-9' });
    await twin.control(`POST /documents/${id}/sign`);
    const field = async (fieldId: string) => (await details(id)).fields.find((one: Json) => one.field_id === fieldId);
    expect(await field('signature1')).toMatchObject({ is_filled: true, value: {} });
    expect(await field('initials1')).toMatchObject({ is_filled: true });

    const back = await twin.api(`POST /documents/${id}/draft`);
    expect(back.body).toMatchObject({ id, status: 'document.draft' });
    expect(await field('signature1')).toMatchObject({ is_filled: false, value: {} });
    expect(await field('initials1')).toMatchObject({ is_filled: false });
    expect(await field('text1')).toMatchObject({ is_filled: true, value: 'PO-9' });
    const document = await details(id);
    expect(document).toMatchObject({ date_sent: null, date_completed: null });
    expect(document.recipients[0]).toMatchObject({ has_completed: false, signature_date: null });
  });

  it('leaves a draft as it is', async () => {
    const id = await draft();
    const before = (await details(id)).date_modified;
    expect((await twin.api(`POST /documents/${id}/draft`, {})).status).toBe(200);
    expect((await details(id)).date_modified).toBe(before);
  });
});

describe('setting the status by hand', () => {
  const [completed, paid, expired, declined] = [2, 10, 11, 12];
  it.each([
    ['draft', [completed, paid, declined]],
    ['sent', [completed, expired, declined]],
    ['viewed', [completed, expired, declined]],
    ['completed', [declined]],
    ['waiting_pay', [paid, declined]],
    ['approved', []],
    ['paid', []],
    ['voided', [completed, paid, declined]],
    ['declined', [completed, paid]],
    ['waiting_approval', []],
  ])('from %s allows %j only', async (from, allowed) => {
    for (const code of [completed, paid, expired, declined]) {
      const answer = await set(await inStatus(from), code);
      expect([code, answer.status]).toEqual([code, allowed.includes(code) ? 204 : 409]);
    }
  });

  it('answers 204 with nothing in it', async () => {
    const answer = await set(await draft(), 2);
    expect([answer.status, answer.bytes.length]).toEqual([204, 0]);
  });

  it('needs a payment app for paid', async () => {
    await twin.control('PATCH /settings', { payment_app_connected: false });
    expect((await set(await draft(), 10)).status).toBe(409);
    await twin.control('PATCH /settings', { payment_app_connected: true });
  });

  it('takes no other code', async () => {
    expect(await set(await draft(), 5)).toMatchObject({ status: 400, body: { type: 'request_error' } });
  });
});

it('moves date_modified with every change, in microseconds', async () => {
  const id = await draft();
  const seen = [(await details(id)).date_modified];
  for (const act of ['send', 'view', 'sign', 'draft']) {
    await twin.control(`POST /documents/${id}/${act}`);
    seen.push((await details(id)).date_modified);
  }
  expect(seen.toSorted()).toEqual(seen);
  expect(new Set(seen).size).toBe(seen.length);
});

it('answers 423 to changes while the document is locked for editing', async () => {
  const id = await draft();
  await twin.control(`PATCH /documents/${id}`, { lock_seconds: 60 });
  const answers = await Promise.all([
    twin.api(`PATCH /documents/${id}`, { name: 'x' }),
    twin.api(`POST /documents/${id}/send`, {}),
    twin.api(`POST /documents/${id}/draft`),
    set(id, 2),
    twin.api(`DELETE /documents/${id}`),
    twin.api(`POST /documents/${id}/linked-objects`, { provider: 'hubspot', entity_type: 'deal', entity_id: '1001' }),
  ]);
  expect(answers.map((one) => one.status)).toEqual([423, 423, 423, 423, 423, 423]);
  expect(answers[0].body).toMatchObject({ type: 'document_locked', lock_type: 'wopi_editing' });
  await twin.control(`PATCH /documents/${id}`, { lock_seconds: 0 });
  expect((await twin.api(`PATCH /documents/${id}`, { name: 'x' })).status).toBe(204);
});
