import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { said } from '../sdk/said.js';
import { errorOfRefusal, msToMidnight } from './errors.js';
import { HubSpotRefusal } from './refusal.js';

const facts = {
  what: said`update deal 1`,
  token: 'secret-token',
  now: new Date('2026-11-23T10:00:00Z'),
  timeZone: 'Europe/Berlin',
};
const errorOf = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  errorOfRefusal(new HubSpotRefusal(status, headers, typeof body === 'string' ? body : JSON.stringify(body)), facts);

describe('what a refusal of HubSpot means', () => {
  it('tells a refused token', () => {
    const error = errorOf(401, {
      category: 'EXPIRED_AUTHENTICATION',
      message: 'The OAuth token expired 5 minute(s) ago.',
    });
    expect(error.errorClass).toBe('auth');
    expect(error.remedy).toContain('Reconnect');
  });

  it.each(['requiredGranularScopes', 'requiredScopes', 'missingScopes'])(
    'names the scopes that are missing (%s)',
    (key) => {
      const error = errorOf(403, {
        category: 'MISSING_SCOPES',
        errors: [{ message: 'x', context: { [key]: ['files', 'crm.objects.deals.write'] } }],
      });
      expect(error.errorClass).toBe('forbidden');
      expect(error.message).toContain('files, crm.objects.deals.write');
      expect(error.remedy).toContain('reconnect');
    },
  );

  it('tells a record that the connected user may not touch', () => {
    const error = errorOf(403, { category: 'FORBIDDEN', message: 'You do not have permission' });
    expect(error.message).toBe('HubSpot could not update deal 1: You do not have permission');
  });

  it.each([
    [404, {}, 'not_found'],
    [404, { category: 'OBJECT_NOT_FOUND', message: 'Object not found.  objectId are usually numeric.' }, 'not_found'],
    [409, { category: 'CONFLICT', message: 'Contact already exists. Existing ID: 512' }, 'conflict'],
    [400, { message: 'Invalid input JSON on line 1, column 1' }, 'validation'],
    [414, '', 'validation'],
    [500, '', 'transient'],
    [521, '<html>', 'transient'],
    [302, '', 'transient'],
  ])('reads %i %j as %s', (status, body, errorClass) => {
    expect(errorOf(status, body).errorClass).toBe(errorClass);
  });

  it('names each property, from the list of errors', () => {
    const error = errorOf(400, {
      message: 'Property values were not valid: [{"isValid":false,"message":"wrong","error":"X","name":"ignored"}]',
      errors: [
        {
          message: 'Property "bogus" does not exist',
          code: 'PROPERTY_DOESNT_EXIST',
          context: { propertyName: ['bogus'] },
        },
        { code: 'READ_ONLY_VALUE', context: { propertyName: ['hs_tcv'] } },
      ],
      category: 'VALIDATION_ERROR',
      correlationId: 'abc',
    });
    expect(error.message).toBe('HubSpot could not update deal 1: Property values were not valid.');
    expect(error.problems).toEqual([
      { subject: 'bogus', message: 'Property "bogus" does not exist' },
      { subject: 'hs_tcv', message: 'READ_ONLY_VALUE' },
    ]);
    expect(error.remoteRequestId).toBe('abc');
  });

  it('else from the list inside the message', () => {
    const list = [{ isValid: false, message: '1,5 was not a valid number', error: 'INVALID_DOUBLE', name: 'amount' }];
    const error = errorOf(400, { message: `Property values were not valid: ${JSON.stringify(list)}` });
    expect(error.problems).toEqual([{ subject: 'amount', message: '1,5 was not a valid number' }]);
  });

  it('shortens long lists of options to a few labels', () => {
    const options = Array.from(
      { length: 40 },
      (_, at) => `label: "Option ${at}"\nvalue: "o${at}"\ndisplay_order: ${at}\nhidden: false\nread_only: false\n`,
    );
    const message = `blue was not one of the allowed options: [${options.join(', ')}]`;
    const error = errorOf(400, { message: 'no', errors: [{ message, context: { propertyName: ['colour'] } }] });
    expect(error.problems[0]!.message).toBe(
      'blue was not one of the allowed options: Option 0, Option 1, Option 2, Option 3, Option 4, Option 5, Option 6, Option 7 and 32 more',
    );
  });

  it('reads any status and body without failing itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 599 }),
        fc.oneof(fc.string(), fc.json(), fc.jsonValue()),
        (status, body) => {
          const error = errorOf(status, body);
          expect(error.name).toBe('ConnectorError');
          expect(error.message).not.toBe('');
        },
      ),
    );
  });
});

describe('the end of the day', () => {
  it("is midnight in the account's time zone", () => {
    expect(msToMidnight(new Date('2026-11-23T22:30:00Z'), 'Europe/Berlin')).toBe(30 * 60 * 1000);
    expect(msToMidnight(new Date('2026-11-23T22:30:00Z'), 'America/New_York')).toBe(6.5 * 60 * 60 * 1000);
  });

  it('is midnight UTC where the zone is unknown', () => {
    expect(msToMidnight(new Date('2026-11-23T23:59:00Z'), undefined)).toBe(60 * 1000);
  });

  it('is looked for every hour where the zone is unknown: midnight may be long past', () => {
    const refusal = new HubSpotRefusal(429, {}, JSON.stringify({ policyName: 'DAILY' }));
    const waitIn = (timeZone: string | undefined) =>
      errorOfRefusal(refusal, { ...facts, now: new Date('2026-11-23T01:00:00Z'), timeZone }).retryAfterMs;
    expect(waitIn(undefined)).toBe(60 * 60 * 1000);
    expect(waitIn('UTC')).toBe(23 * 60 * 60 * 1000);
  });
});
