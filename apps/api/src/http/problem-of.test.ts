import { describe, expect, it } from '@jest/globals';
import { ConnectorError, type ErrorClass } from '@tandem/connectors';
import { said } from '@tandem/recipes';
import { problemOf } from './problem-of.js';

const databaseError = (code: string) => Object.assign(new Error('query failed'), { driverError: { code } });

describe('the answer to an error', () => {
  it.each<[ErrorClass, number]>([
    ['transient', 502],
    ['rate_limited', 503],
    ['auth', 409],
    ['validation', 422],
    ['not_found', 404],
    ['conflict', 409],
    ['forbidden', 409],
  ])('of a remote, class %s, has status %i', (errorClass, status) => {
    expect(problemOf(new ConnectorError(errorClass, said`No.`))?.status).toBe(status);
  });

  it('says what the remote said and what to do', () => {
    const body = problemOf(
      new ConnectorError('auth', said`The key is refused.`, { remedy: said`Give a new one.` }),
    )?.body;
    expect(body).toMatchObject({ type: 'tandem:remote_auth', detail: 'The key is refused. Give a new one.' });
  });

  it('tells in whole seconds when to come back', () => {
    const problem = problemOf(new ConnectorError('rate_limited', said`Slowly.`, { retryAfterMs: 1200 }));
    expect(problem?.details.retryAfterSeconds).toBe(2);
  });

  it.each([
    ['22P05', 400],
    ['22003', 400],
    ['23505', 409],
    ['40001', 409],
    ['57P01', 503],
    ['ECONNREFUSED', 503],
  ])('of the database, code %s, has status %i', (code, status) => {
    expect(problemOf(databaseError(code))?.status).toBe(status);
  });

  it.each([new Error('boom'), 'boom', undefined, databaseError('42601'), new ConnectorError('bug', said`boom`)])(
    'is a bare 500 for a mistake of ours: %s',
    (error) => {
      expect(problemOf(error)).toBeNull();
    },
  );
});
