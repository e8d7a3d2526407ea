import { createHmac } from 'node:crypto';

/** The headers of signature v3: base64 of HMAC-SHA256 over method, URI, body and timestamp. */
export function signedHeaders(secret: string, url: string, body: string, now: Date): Record<string, string> {
  const timestamp = String(now.getTime());
  const signature = createHmac('sha256', secret).update(`POST${url}${body}${timestamp}`, 'utf8').digest('base64');
  return { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': timestamp };
}
