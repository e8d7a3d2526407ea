import { createHmac } from 'node:crypto';

/** Lowercase hex of HMAC-SHA256 over the bytes of the body, as PandaDoc signs. */
export function signBody(sharedKey: string, body: string): string {
  return createHmac('sha256', sharedKey).update(body, 'utf8').digest('hex');
}

/** The subscriber's address with the signature in its query. */
export function signedUrl(url: string, signature: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}signature=${signature}`;
}
