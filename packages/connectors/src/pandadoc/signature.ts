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
  return timingSafeEqual(signatureOf(body, secret), Buffer.from(given, 'hex'));
}

/** The query of a delivery as PandaDoc would send it. */
export const signedQuery = (body: Uint8Array, secret: string): { signature: string } => ({
  signature: signatureOf(body, secret).toString('hex'),
});

const signatureOf = (body: Uint8Array, secret: string): Buffer => createHmac('sha256', secret).update(body).digest();
