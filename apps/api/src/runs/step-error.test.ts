import { describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@tandem/connectors';
import { said } from '@tandem/recipes';
import { outcomeOf } from './step-error.js';

const now = new Date('2026-11-23T10:00:00Z');
const at = { phase: 'before_writing', attempt: 1, firstAttemptAt: now, now, random: 1 } as const;

describe('what is done about a failed step', () => {
  it('tries passing failures again, later each time', () => {
    const failure = new ConnectorError('transient', said`HubSpot did not answer.`);
    expect(outcomeOf(failure, at)).toMatchObject({ kind: 'retry', at: new Date('2026-11-23T10:00:02Z') });
    expect(outcomeOf(failure, { ...at, attempt: 3 })).toMatchObject({
      kind: 'retry',
      at: new Date('2026-11-23T10:00:08Z'),
    });
  });

  it('waits as long as the remote asks', () => {
    const failure = new ConnectorError('rate_limited', said`Too many calls.`, { retryAfterMs: 60_000 });
    expect(outcomeOf(failure, at)).toMatchObject({ kind: 'retry', at: new Date('2026-11-23T10:01:00Z') });
  });

  it('gives up after a day of trying', () => {
    const failure = new ConnectorError('transient', said`HubSpot did not answer.`);
    const yesterday = new Date('2026-11-22T09:59:59Z');
    expect(outcomeOf(failure, { ...at, attempt: 90, firstAttemptAt: yesterday })).toMatchObject({ kind: 'fail' });
  });

  it('pauses the connection when the credentials are refused', () => {
    expect(outcomeOf(new ConnectorError('auth', said`The token was refused.`), at).kind).toBe('pause_connection');
  });

  it.each(['validation', 'not_found', 'conflict', 'forbidden'] as const)('fails at once on %s', (errorClass) => {
    expect(outcomeOf(new ConnectorError(errorClass, said`No.`), at).kind).toBe('fail');
  });

  it('says what the failure means for the deal', () => {
    const failure = new ConnectorError('validation', said`No.`);
    expect(outcomeOf(failure, at).error.consequence).toBe('This step changed nothing.');
    expect(outcomeOf(failure, { ...at, phase: 'while_writing' }).error.consequence).toContain('may have been made');
  });

  it('shows nothing of an unexpected error but that it is ours', () => {
    const { kind, error } = outcomeOf(new TypeError('secret pat-123 in a message'), at);
    expect(kind).toBe('fail');
    expect(error.class).toBe('bug');
    expect(JSON.stringify(error)).not.toContain('pat-123');
  });
});
