import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConnectorError } from '../sdk/connector-error.js';
import { isSignedWith } from './signature.js';
import { DocumentEventData, StatusChangedData } from './triggers/data.js';
import { readEvents } from './webhook-events.js';

const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const read = (...events: unknown[]) => readEvents(bytes(events));

const completed = {
  event: 'document_state_changed',
  data: {
    id: 'aahcZhiB6pKRbjagoZrrrr',
    name: 'Offer',
    status: 'document.completed',
    date_created: '2026-07-31T16:06:09.114744Z',
    date_modified: '2026-07-31T16:07:09.157758Z',
    template: { id: 'tpl', name: 'Sales proposal' },
    linked_objects: [{ id: 'l', provider: 'hubspot', entity_type: 'deal', entity_id: '18640' }],
    recipients: [],
  },
};
const withData = (data: object) => ({ ...completed, data: { ...completed.data, ...data } });

describe('the signature', () => {
  const body = bytes('[{"event":"document_state_changed","data":{"id":"abc","status":"document.completed"}}]');
  const signature = '54a3d56c9d42106307df1ec2a66271c889a66353f41c4d6c771a25774248f558';
  const key = '587c22285F57883db3ee';
  const isSigned = (given: string | undefined, of = body, secret = key) =>
    isSignedWith({ body: of, headers: {}, query: { signature: given } }, secret);

  it('holds for the vendor’s example', () => {
    expect(isSigned(signature)).toBe(true);
  });

  it('fails for another body, key or signature, and when there is none', () => {
    expect(isSigned(signature, bytes(`${body.toString()} `))).toBe(false);
    expect(isSigned(signature, body, 'other')).toBe(false);
    expect(isSigned(signature.replace('5', '6'))).toBe(false);
    for (const given of [undefined, '', 'x', signature.slice(2), `${signature}00`, 'é'.repeat(64)]) {
      expect(isSigned(given)).toBe(false);
    }
    expect(isSigned(signature, body, '')).toBe(false);
  });
});

describe('a delivery', () => {
  it('gives the events that somebody can wait for', () => {
    const kinds = {
      document_state_changed: 'document_status_changed',
      document_completed_pdf_ready: 'pdf_ready',
      document_updated: 'document_updated',
      quote_updated: 'quote_updated',
      document_deleted: 'document_deleted',
      document_creation_failed: 'creation_failed',
    };
    const events = Object.keys(kinds).map((event) => ({ ...completed, event }));
    expect(read(...events).map(({ trigger }) => trigger)).toEqual(Object.values(kinds));
  });

  it('says of each what, when and of whom', () => {
    const [event] = read(completed);
    expect(event).toMatchObject({
      trigger: 'document_status_changed',
      occurredAt: '2026-07-31T16:07:09.157758Z',
      subject: { type: 'document', id: 'aahcZhiB6pKRbjagoZrrrr', label: 'Offer' },
      dealId: '18640',
      templateId: 'tpl',
      changes: [{ type: 'document', id: 'aahcZhiB6pKRbjagoZrrrr', property: 'status', after: 'document.completed' }],
    });
    expect(StatusChangedData.parse(event?.data)).toEqual({
      document_id: 'aahcZhiB6pKRbjagoZrrrr',
      document_name: 'Offer',
      status: 'document.completed',
      template_id: 'tpl',
      template_name: 'Sales proposal',
      deal_id: '18640',
      occurred_at: '2026-07-31T16:07:09.157758Z',
    });
  });

  it('tells "has none" from "does not say"', () => {
    expect(read(withData({ template: null, linked_objects: [] }))[0]).toMatchObject({ dealId: null, templateId: null });
    const [silent] = read({ event: 'document_updated', data: { id: 'a' } });
    expect(silent).toMatchObject({ dealId: undefined, templateId: undefined });
    expect(DocumentEventData.parse(silent?.data)).toMatchObject({ status: null, template_id: null, deal_id: null });
  });

  it('leaves out kinds that are new, or about other things than documents', () => {
    const others = ['template_created', 'recipient_completed', 'document_section_added', 'tomorrow', '__proto__'];
    expect(read(...others.map((event) => ({ event, data: 7 })))).toEqual([]);
    expect(read()).toEqual([]);
  });

  it('gives the reason of a failed creation', () => {
    const failed = { event: 'document_creation_failed', data: { id: 'a', error: { detail: 'Bad field tag' } } };
    expect(read(failed)[0]?.data).toMatchObject({ error: 'Bad field tag' });
    expect(read({ ...failed, data: { id: 'a' } })[0]?.data).toMatchObject({ error: null });
  });

  it('gives a time with a zone, whatever was sent', () => {
    const at = (date_modified: unknown) => read(withData({ date_modified }))[0]?.occurredAt;
    expect(at('2026-07-31T16:07:09.157758')).toBe('2026-07-31T16:07:09.157758Z');
    expect(at('2026-07-31T16:07:09+02:00')).toBe('2026-07-31T14:07:09.000Z');
    expect(at(null)).toBeNull();
  });

  it('makes names storable', () => {
    const [event] = readEvents(bytes(JSON.stringify([withData({ name: 'a\u0000b' })])));
    expect(event?.data.document_name).toBe('a\uFFFDb');
  });
});

describe('the identity of an event', () => {
  const identity = (event: unknown) => read(event)[0]?.identity;

  it('is the same for every delivery of the same happening', () => {
    expect(identity(completed)).toMatch(/^[0-9a-f]{64}$/);
    expect(identity(withData({ recipients: [{ id: 'x' }], metadata: { a: 'b' } }))).toBe(identity(completed));
  });

  it('differs by kind, document, status, time and actor', () => {
    const events = [
      completed,
      { ...completed, event: 'document_completed_pdf_ready' },
      withData({ id: 'other' }),
      withData({ status: 'document.viewed' }),
      withData({ date_modified: '2026-07-31T16:07:09.157759Z' }),
      withData({ action_by: { id: 'somebody' } }),
    ];
    expect(new Set(events.map(identity)).size).toBe(events.length);
  });

  it('is over everything where no time is given', () => {
    const of = (data: object) => identity({ event: 'document_updated', data: { id: 'a', ...data } });
    expect(of({ note: 1 })).toBe(of({ note: 1 }));
    expect(of({ note: 1 })).not.toBe(of({ note: 2 }));
  });
});

describe('a malformed delivery', () => {
  const failure = (body: Uint8Array): ConnectorError => {
    try {
      readEvents(body);
    } catch (error) {
      if (error instanceof ConnectorError) return error;
      throw error;
    }
    throw new Error('It was accepted.');
  };

  it('is refused: no JSON, no UTF-8, a single object, no events', () => {
    for (const body of ['', '{', JSON.stringify(completed), 'null', '"x"', '7', '[7]', '[[]]', '[null]', '[{}]']) {
      expect(failure(bytes(body)).errorClass).toBe('validation');
    }
    expect(failure(Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d])).message).toContain('not JSON');
    expect(failure(bytes(completed)).message).toBe(
      'This is not a webhook of PandaDoc: the body is not an array of events.',
    );
  });

  it.each([
    [{ data: {} }, '1.event'],
    [{ event: 'document_updated' }, '1.data'],
    [{ event: 'document_updated', data: [] }, '1.data'],
    [withData({ id: '' }), '1.data.id'],
    [withData({ id: 7 }), '1.data.id'],
    [withData({ status: null }), '1.data.status'],
    [withData({ status: 2 }), '1.data.status'],
    [withData({ name: {} }), '1.data.name'],
    [withData({ date_modified: 'yesterday' }), '1.data.date_modified'],
    [withData({ date_modified: '2026-02-31T00:00:00Z' }), '1.data.date_modified'],
    [withData({ date_modified: '0000-01-01T00:00:00Z' }), '1.data.date_modified'],
    [withData({ template: 'x' }), '1.data.template'],
    [withData({ linked_objects: [{}] }), '1.data.linked_objects.0.entity_id'],
  ])('names the place: %j', (event, place) => {
    expect(failure(bytes([completed, event])).problems.map(({ subject }) => subject)).toContain(place);
  });

  it('may be nested as deep as it likes', () => {
    const deep = `[{"event":"document_updated","data":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
    expect(failure(bytes(deep)).message).toContain('nested deeper');
  });

  it('never brings anything but events or a refusal', () => {
    const event = fc.record({
      event: fc.oneof(fc.constant('document_state_changed'), fc.constant('quote_updated'), fc.string()),
      data: fc.oneof(
        fc.jsonValue(),
        fc.record({
          id: fc.oneof(fc.string(), fc.jsonValue()),
          status: fc.oneof(fc.string(), fc.jsonValue()),
          date_modified: fc.oneof(
            fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
            fc.jsonValue(),
          ),
          template: fc.jsonValue(),
          linked_objects: fc.jsonValue(),
        }),
      ),
    });
    const bodies = fc.oneof(fc.uint8Array(), fc.jsonValue().map(bytes), fc.array(event).map(bytes));
    fc.assert(
      fc.property(bodies, (body) => {
        try {
          for (const one of readEvents(body)) DocumentEventData.loose().parse(one.data);
        } catch (error) {
          if (!(error instanceof ConnectorError && error.errorClass === 'validation')) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});
