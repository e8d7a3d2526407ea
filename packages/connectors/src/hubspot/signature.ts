import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignedRequest } from '../sdk/trigger.js';

const SIGNATURE = 'x-hubspot-signature-v3';
const TIMESTAMP = 'x-hubspot-request-timestamp';
const OLDEST_MS = 5 * 60_000;

/**
 * HubSpot's signature v3: base64 of HMAC-SHA256 over method, URI, raw body and timestamp (epoch milliseconds) under the
 * app's client secret. https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 */
export function isSignedV3(request: SignedRequest, secret: string): boolean {
  const given = headerOf(request, SIGNATURE);
  const timestamp = headerOf(request, TIMESTAMP);
  if (secret === '' || given === undefined || timestamp === undefined || !/^\d{1,15}$/.test(timestamp)) return false;
  if (Math.abs(request.receivedAt.getTime() - Number(timestamp)) > OLDEST_MS) return false;
  const expected = Buffer.from(signatureOf(request, timestamp, secret));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** The headers with which HubSpot would send this request. */
export function signedV3(request: Omit<SignedRequest, 'headers' | 'query'>, secret: string): Record<string, string> {
  const timestamp = String(request.receivedAt.getTime());
  return { [SIGNATURE]: signatureOf(request, timestamp, secret), [TIMESTAMP]: timestamp };
}

function signatureOf(
  { method, url, body }: Pick<SignedRequest, 'method' | 'url' | 'body'>,
  timestamp: string,
  secret: string,
): string {
  const hmac = createHmac('sha256', secret).update(method.toUpperCase() + decoded(url));
  return hmac.update(body).update(timestamp).digest('base64');
}

/** HubSpot signs its URI with just these characters decoded. */
const decoded = (url: string): string =>
  url.replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, (escape) => decodeURIComponent(escape));

function headerOf({ headers }: SignedRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
