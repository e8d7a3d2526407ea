import type { WebhookHealth } from '../api/generated/types.gen.js';

/** What a person can do something about; the texts have a remedy for each. */
export type Trouble =
  'paused' | 'failing' | 'inactive' | 'gone' | 'unknown' | 'local' | 'noSecret' | 'badSignature' | 'badBody';

type Verdict =
  | { tone: 'good' | 'plain'; says: 'active' | 'quiet' | 'delivered' | 'waiting' }
  | { tone: 'plain' | 'attention' | 'bad'; trouble: Trouble };

interface Circumstances {
  isPaused: boolean;
  isRemoteHere: boolean;
}

/**
 * How the webhooks of a connection are, in one word: the worst thing first.
 * @param isPaused nothing uses the account just now: the remote is not asked, but may still deliver
 * @param isRemoteHere the remote runs on this machine and reaches addresses that nobody else does
 */
export function webhookVerdict(health: WebhookHealth, { isPaused, isRemoteHere }: Circumstances): Verdict {
  if (isPaused) return { tone: 'plain', trouble: 'paused' };
  if (!isRemoteHere && isLoopback(health.address)) return { tone: 'attention', trouble: 'local' };
  return health.way === 'app' ? ofApp(health) : ofSubscription(health);
}

function ofSubscription({ remote }: WebhookHealth): Verdict {
  if (remote === null || remote.state === 'unknown') return { tone: 'attention', trouble: 'unknown' };
  if (remote.state !== 'active') return { tone: 'bad', trouble: remote.state };
  const { deliveries } = remote;
  const isFailing = deliveries !== null && deliveries.failed > 0 && deliveries.last_failure?.at === deliveries.last_at;
  if (isFailing) return { tone: 'attention', trouble: 'failing' };
  return { tone: 'good', says: deliveries?.arrived === 0 ? 'quiet' : 'active' };
}

function ofApp({ has_secret: hasSecret, accepted, refused }: WebhookHealth): Verdict {
  if (!hasSecret) return { tone: 'plain', trouble: 'noSecret' };
  const wasRefused = refused.last_at !== null && (accepted.last_at === null || refused.last_at > accepted.last_at);
  if (wasRefused && refused.why === 'bad_signature') return { tone: 'attention', trouble: 'badSignature' };
  if (wasRefused && refused.why === 'bad_body') return { tone: 'attention', trouble: 'badBody' };
  return accepted.last_at === null ? { tone: 'plain', says: 'waiting' } : { tone: 'good', says: 'delivered' };
}

/** Where only programs of the same machine can call. */
export const isLoopback = (address: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
