import { said } from '@tandem/recipes';
import { isIP } from 'node:net';
import { Problem } from './problem.js';

/** As much of a request as the door looks at. */
export interface Visitor {
  method: string;
  host: string | undefined;
  origin: string | undefined;
  fetchSite: string | undefined;
  contentType: string | undefined;
  /** True when a body is announced by Content-Length or Transfer-Encoding. */
  hasBody: boolean;
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Who may come in, decided before the body is read. undefined: come in.
 * The Host check stops DNS rebinding: a hostile page can point a name of its own at 127.0.0.1, but its requests then
 * carry that name. An address instead of a name cannot be rebound, so it passes, as health probes use one.
 * @param publicUrl where people reach this server
 */
export function refusal(visitor: Visitor, publicUrl: string): Problem | undefined {
  if (!isOurHost(visitor.host, publicUrl))
    return new Problem(
      421,
      said`This server does not answer to that host name. Set PUBLIC_URL to the address you use.`,
    );
  if (reading.has(visitor.method)) return undefined;
  if (!isOurOrigin(visitor, publicUrl)) return new Problem(403, said`Changes may not be made from another web site.`);
  if (!isJson(visitor)) return new Problem(415, said`Send the body as application/json.`);
  return undefined;
}

function isOurHost(host: string | undefined, publicUrl: string): boolean {
  const url = parse(`http://${host ?? ''}`);
  if (url?.pathname !== '/' || url.username !== '') return false;
  const name = url.hostname.replace(/^\[|\]$/g, '');
  return name === 'localhost' || isIP(name) !== 0 || name === new URL(publicUrl).hostname;
}

/** Programs send no Origin; browsers always do for writes across sites. */
function isOurOrigin({ host, origin, fetchSite }: Visitor, publicUrl: string): boolean {
  if (fetchSite === 'cross-site') return false;
  if (origin === undefined) return true;
  if (origin === new URL(publicUrl).origin) return true;
  return parse(origin)?.host === host;
}

/** A form of another page can only post the three types of HTML forms, so they are refused even without a body. */
function isJson({ contentType, hasBody }: Visitor): boolean {
  if (contentType === undefined) return !hasBody;
  return /^application\/json\s*(;|$)/i.test(contentType.trim());
}

/** URL.parse of newer Node. */
const parse = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null);
