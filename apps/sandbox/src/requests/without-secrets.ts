const SECRETS = new Set([
  'access_token',
  'accesstoken',
  'api_key',
  'apikey',
  'authorization',
  'client_secret',
  'code',
  'code_verifier',
  'hapikey',
  'id_token',
  'password',
  'refresh_token',
  'shared_key',
  'signature',
  'token',
]);

const REMOVED = '(removed)';

/** A copy of a body or query in which texts under the names of credentials are replaced; the shape stays. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'string' && SECRETS.has(key.toLowerCase()) ? REMOVED : withoutSecrets(inner),
    ]),
  );
}
