const SECRETS = [/\bpat-[A-Za-z0-9-]{6,}/g, /\bBearer\s+\S+/gi];

/** Text that may be shown and logged: without tokens, on one line, cut to `limit` characters. */
export function redact(text: string, token: string, limit = 300): string {
  let clean = token.length > 0 ? text.replaceAll(token, '[secret]') : text;
  for (const secret of SECRETS) clean = clean.replace(secret, '[secret]');
  clean = clean.replace(/\s+/g, ' ').trim();
  return clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean;
}
