import { describe, expect, it } from '@jest/globals';
import type { WebhookHealth } from '../api/generated/types.gen.js';
import { webhookVerdict } from './webhook-verdict.js';

const EARLIER = '2026-11-26T08:00:00.000Z';
const LATER = '2026-11-26T09:00:00.000Z';
const ELSEWHERE = { isPaused: false, isRemoteHere: false };
const HERE = { isPaused: false, isRemoteHere: true };
const health = (more: Partial<WebhookHealth>): WebhookHealth => ({
  way: 'subscription',
  address: 'https://tandem.example/webhooks/pandadoc/1',
  has_secret: true,
  remote: null,
  accepted: { count: 0, last_at: null },
  refused: { count: 0, last_at: null },
  found_by: [],
  ...more,
});
type Remote = NonNullable<WebhookHealth['remote']>;
const remote = (state: Remote['state'], deliveries: Remote['deliveries'] = null) =>
  health({ remote: { state, reason: null, deliveries } });
const delivered = (arrived: number, failedAt: string | null, lastAt: string | null): Remote['deliveries'] => ({
  arrived,
  failed: failedAt === null ? 0 : 1,
  last_at: lastAt,
  last_failure: failedAt === null ? null : { at: failedAt, answer: 502, error: null },
});
const app = (more: Partial<WebhookHealth>) => health({ way: 'app', ...more });

describe('the webhooks of a subscription', () => {
  it('are well while the remote keeps it and the last delivery arrived', () => {
    expect(webhookVerdict(remote('active', delivered(3, EARLIER, LATER)), ELSEWHERE)).toEqual({
      tone: 'good',
      says: 'active',
    });
    expect(webhookVerdict(remote('active', delivered(0, null, null)), ELSEWHERE)).toEqual({
      tone: 'good',
      says: 'quiet',
    });
    expect(webhookVerdict(remote('active'), ELSEWHERE)).toEqual({ tone: 'good', says: 'active' });
  });

  it('fail when the last delivery did', () => {
    expect(webhookVerdict(remote('active', delivered(3, LATER, LATER)), ELSEWHERE)).toMatchObject({
      trouble: 'failing',
    });
  });

  it.each(['inactive', 'gone'] as const)('are not there when the subscription is %s', (state) => {
    expect(webhookVerdict(remote(state), ELSEWHERE)).toEqual({ tone: 'bad', trouble: state });
  });

  it('cannot come to this machine from a remote elsewhere, but from the sandbox', () => {
    const here = { ...remote('active'), address: 'http://127.0.0.1:3000/webhooks/pandadoc/1' };
    expect(webhookVerdict(here, ELSEWHERE)).toMatchObject({ trouble: 'local' });
    expect(webhookVerdict(here, HERE)).toMatchObject({ says: 'active' });
  });
});

describe('the webhooks of an app', () => {
  it('are not set up without the secret, and ready with it', () => {
    expect(webhookVerdict(app({ has_secret: false }), ELSEWHERE)).toMatchObject({ trouble: 'noSecret' });
    expect(webhookVerdict(app({}), ELSEWHERE)).toEqual({ tone: 'plain', says: 'waiting' });
  });

  it('are as the last delivery was', () => {
    const accepted = { count: 1, last_at: EARLIER };
    const refused = { count: 1, last_at: LATER, why: 'bad_signature' as const };
    expect(webhookVerdict(app({ accepted, refused }), ELSEWHERE)).toMatchObject({ trouble: 'badSignature' });
    expect(
      webhookVerdict(
        app({ accepted: { count: 2, last_at: LATER }, refused: { ...refused, last_at: EARLIER } }),
        ELSEWHERE,
      ),
    ).toEqual({
      tone: 'good',
      says: 'delivered',
    });
  });
});

it('are kept while the account is paused, whatever the remote would say', () => {
  for (const each of [remote('gone'), remote('unknown'), app({ has_secret: false })])
    expect(webhookVerdict(each, { isPaused: true, isRemoteHere: false })).toEqual({ tone: 'plain', trouble: 'paused' });
});
