/** Appends reference tokens to a JSON pointer (RFC 6901), escaping `~` and `/`. */
export function pointerTo(base: string, ...tokens: PropertyKey[]): string {
  return base + tokens.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
