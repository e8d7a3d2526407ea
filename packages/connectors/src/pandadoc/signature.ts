import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RawRequest } from '../sdk/trigger.js';

const HEX_SHA256 = /^[0-9a-f]{64}$/i;

/**
 * Whether the query's `signature` is the HMAC-SHA256 of the raw body under the subscription's shared key, in hex.
 * https://developers.pandadoc.com/docs/webhook-verification
 */
export function isSignedWith({ body, query }: RawRequest, secret: string): boolean {
  const given = query.signature;
  if (secret === '' || given === undefined || !HEX_SHA256.test(given)) return false;
  const expected = createHmac('sha256', secret).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(given, 'hex'));
}
