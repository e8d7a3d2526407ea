import { describe, expect, it } from '@jest/globals';
import { nudges } from './nudges.js';
import { isSignedV3, signedV3 } from './signature.js';

const at = new Date('2026-11-20T10:00:00Z');
const request = (body: string, url = 'https://tandem.example.com/api/webhooks/hubspot', method = 'POST') => ({
  ...{ method, url, body: Buffer.from(body), receivedAt: at, query: {} },
});
const signed = (body: string, secret = 'shh') => ({ ...request(body), headers: signedV3(request(body), secret) });
const later = (ms: number) => new Date(at.getTime() + ms);

describe('the signature of HubSpot', () => {
  it('is the HMAC over method, address, body and time', () => {
    // printf '%s' 'POSThttps://tandem.example.com/api/webhooks/hubspot[]1763632800000' | openssl dgst -sha256 -hmac shh -binary | base64
    const example = { ...request('[]'), receivedAt: new Date(1763632800000) };
    expect(signedV3(example, 'shh')['x-hubspot-signature-v3']).toBe('94vfGZqq0RbUj705JC5ggIuBWz0aShbqvlijadgn/po=');
  });

  it('fits what was signed', () => {
    expect(isSignedV3(signed('[{"a":"é"}]'), 'shh')).toBe(true);
  });

  it('is of the address with some characters decoded', () => {
    const encoded = request('[]', 'https://a.example/x%3Ay%2Fz?q=%40%20');
    const headers = signedV3(request('[]', 'https://a.example/x:y/z?q=@%20'), 'shh');
    expect(isSignedV3({ ...encoded, headers }, 'shh')).toBe(true);
  });

  it.each([
    ['another secret', signed('[]', 'other')],
    ['another body', { ...signed('[]'), body: Buffer.from('[ ]') }],
    ['another address', { ...signed('[]'), url: 'https://tandem.example.com/api/webhooks/pandadoc' }],
    ['another method', { ...signed('[]'), method: 'PUT' }],
    ['more than five minutes ago', { ...signed('[]'), receivedAt: later(300_001) }],
    ['a clock far ahead', { ...signed('[]'), receivedAt: later(-300_001) }],
    ['no signature', { ...signed('[]'), headers: {} }],
    [
      'a time that is none',
      { ...signed('[]'), headers: { ...signed('[]').headers, 'x-hubspot-request-timestamp': 'now' } },
    ],
  ])('does not fit %s', (_what, wrong) => {
    expect(isSignedV3(wrong, 'shh')).toBe(false);
  });

  it('fits nothing without a secret', () => {
    expect(isSignedV3(signed('[]', ''), '')).toBe(false);
  });
});

describe('what HubSpot names', () => {
  const parse = (told: unknown) => nudges.parse(Buffer.from(JSON.stringify(told)));
  const deal = { account: '7', type: 'deal', id: '41' };
  const item = { account: '7', type: 'line_item', id: '9' };
  const base = { portalId: 7, eventId: 1, occurredAt: 1, objectId: 41 };
  const merged = { ...base, subscriptionType: 'deal.merge', primaryObjectId: 41, mergedObjectIds: [42] };
  const fateOf = (id: string, happened: string) => ({ type: 'deal', id, happened, at: '1970-01-01T00:00:00.001Z' });
  const goneInto = (id: string, into: string) => ({ ...deal, id, fate: { ...fateOf(id, 'merged'), into } });

  it.each([
    ['a changed property', { ...base, subscriptionType: 'deal.propertyChange', propertyName: 'amount' }, [deal]],
    ['a new deal', { ...base, subscriptionType: 'deal.creation' }, [deal]],
    [
      'a deleted deal, in the newer words',
      { ...base, eventType: 'object.deletion', objectTypeId: '0-3' },
      [{ ...deal, fate: fateOf('41', 'deleted') }],
    ],
    [
      'a deal that was restored',
      { ...base, subscriptionType: 'deal.restore' },
      [{ ...deal, fate: fateOf('41', 'restored') }],
    ],
    [
      'two deals that became a third',
      { ...merged, objectId: 43, newObjectId: 43 },
      [{ ...deal, id: '43' }, goneInto('41', '43'), goneInto('42', '43')],
    ],
    ['a deal that took in another one', { ...merged, newObjectId: 41 }, [deal, goneInto('42', '41')]],
    ['a merge that names no new deal', merged, [deal, goneInto('42', '41')]],
    ['a changed line item', { ...base, objectId: 9, subscriptionType: 'line_item.propertyChange' }, [item]],
    [
      'an item that came to a deal',
      {
        ...base,
        subscriptionType: 'deal.associationChange',
        associationType: 'DEAL_TO_LINE_ITEM',
        fromObjectId: 41,
        toObjectId: 9,
      },
      [deal, item],
    ],
    ['what we do not look at', { ...base, subscriptionType: 'contact.propertyChange' }, []],
    [
      'a contact that came to a deal',
      {
        ...base,
        subscriptionType: 'deal.associationChange',
        associationType: 'DEAL_TO_CONTACT',
        fromObjectId: 41,
        toObjectId: 3,
      },
      [],
    ],
  ])('is read from %s', (_what, told, touched) => {
    expect(parse([told])).toEqual(touched);
  });

  it.each([
    ['no list', {}],
    ['a list of numbers', [1]],
    ['an id that is none', [{ ...base, objectId: 'x' }]],
    ['more than HubSpot sends', Array.from({ length: 101 }, () => base)],
  ])('is refused as %s', (_what, told) => {
    expect(() => parse(told)).toThrow('This is not a webhook of HubSpot');
  });
});
