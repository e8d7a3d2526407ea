import { describe, expect, it } from '@jest/globals';
import { errorFromAnswer } from './errors.js';
import type { OperationName } from './operations.js';

const now = new Date('2026-01-01T12:00:00Z');

function errorOf(
  status: number,
  body: unknown,
  { operation = 'document.update', headers = {} }: { operation?: OperationName; headers?: Record<string, string> } = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return errorFromAnswer({ operation, status, text, header: (name) => headers[name] ?? null }, now);
}

describe('a refusal', () => {
  it('names every field that is wrong', () => {
    const error = errorOf(400, {
      type: 'validation_error',
      detail: { recipients: [{ email: ['Enter a valid email address.'] }], template_uuid: 'Not found.' },
    });
    expect(error.errorClass).toBe('validation');
    expect(error.problems).toEqual([
      { subject: 'recipients.0.email', message: 'Enter a valid email address.' },
      { subject: 'template_uuid', message: 'Not found.' },
    ]);
    expect(error.message).toBe(
      'PandaDoc could not update the document: recipients.0.email: Enter a valid email address.',
    );
  });

  it('reads the errors of no field, the errors in words, and those of the second version', () => {
    const noField = errorOf(400, { type: 'request_error', detail: { non_field_errors: ['Not both.'] } });
    expect(noField.problems).toEqual([{ subject: '', message: 'Not both.' }]);
    expect(errorOf(400, { type: 'state_error', detail: 'Cannot do it' }).message).toMatch(/: Cannot do it\.$/);
    expect(errorOf(400, { code: 'bad_request', details: [{ code: 'x', pointer: '/name' }] }).problems).toEqual([
      { subject: '0.code', message: 'x' },
      { subject: '0.pointer', message: '/name' },
    ]);
  });

  it.each([
    [401, 'auth'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [413, 'validation'],
    [429, 'rate_limited'],
    [500, 'transient'],
    [503, 'transient'],
  ] as const)('with status %i is of class %s, whatever its body', (status, errorClass) => {
    for (const body of ['', 'null', '[]', '"x"', '{', '<html>', { detail: null }, { detail: [[['deep']]] }]) {
      expect(errorOf(status, body).errorClass).toBe(errorClass);
    }
  });

  it('of a document in the making is tried again, of one in a wrong status is not', () => {
    const being = { id: 'x', status: 'document.uploaded', info_message: 'Warning' };
    expect(errorOf(409, being, { operation: 'document.details' })).toMatchObject({
      errorClass: 'transient',
      retryAfterMs: 5_000,
    });
    const draft = { id: 'x', status: 'document.sent', info_message: 'Document processing happens asynchronously.' };
    expect(errorOf(409, draft, { operation: 'document.send' }).errorClass).toBe('conflict');
  });

  it('of the PDF of a completed document is tried again: the file is still being made', () => {
    const body = { id: 'x', status: 'document.completed' };
    expect(errorOf(409, body, { operation: 'document.download_protected' }).errorClass).toBe('transient');
    expect(errorOf(409, body, { operation: 'document.send' }).errorClass).toBe('conflict');
  });

  it('of a locked document waits until the lock has run out', () => {
    const body = { type: 'document_locked', detail: 'Locked.', expires_at: '2026-01-01T12:03:00Z' };
    expect(errorOf(423, body)).toMatchObject({ errorClass: 'transient', retryAfterMs: 180_000 });
  });

  it('of too many calls waits for the header, else for the seconds in its words, else a while', () => {
    const words = { type: 'throttled', detail: 'Request was throttled. Expected available in 13 seconds.' };
    expect(errorOf(429, words, { headers: { 'retry-after': '4' } }).retryAfterMs).toBe(4_000);
    expect(errorOf(429, words, { headers: { 'retry-after': 'Thu, 01 Jan 2026 12:00:09 GMT' } }).retryAfterMs).toBe(
      9_000,
    );
    expect(errorOf(429, words).retryAfterMs).toBe(13_000);
    expect(errorOf(429, { type: 'throttled', detail: 'Request was throttled.' }).retryAfterMs).toBe(15_000);
  });
});
