const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address of a remote API without a slash at the end; null when credentials may not be sent there:
 * it must be https, or http to this machine itself, and hold neither credentials nor a query.
 */
export function baseUrlOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  if (!safe || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
