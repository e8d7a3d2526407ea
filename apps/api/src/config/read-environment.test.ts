import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './read-environment.js';

const read = (variables: Record<string, string>): ReturnType<typeof readEnvironment> =>
  readEnvironment(variables, '/srv/tandem');

describe('the environment', () => {
  it('needs no variable at all', () => {
    expect(read({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/srv/tandem/.tandem',
      databaseUrl: undefined,
      secret: undefined,
      publicUrl: 'http://127.0.0.1:3000',
      sandboxUrl: undefined,
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('keeps the ledger longer than the payloads, or as long', () => {
    expect(read({})).toMatchObject({ keepPayloadsDays: 90, keepLedgerDays: 730 });
    expect(read({ KEEP_PAYLOADS_DAYS: '30', KEEP_LEDGER_DAYS: '30' })).toMatchObject({ keepLedgerDays: 30 });
    expect(() => read({ KEEP_PAYLOADS_DAYS: '31', KEEP_LEDGER_DAYS: '30' })).toThrow(/KEEP_LEDGER_DAYS/);
    expect(() => read({ KEEP_PAYLOADS_DAYS: '0' })).toThrow(/KEEP_PAYLOADS_DAYS must be a number of days/);
  });

  it('names every bad variable and prints none of their values', () => {
    const wrong = { PORT: 'ninety', DATABASE_URL: 'mysql://root:hunter2@db', TANDEM_SECRET: 'too-short' };
    const complaint = complaintOf(() => read(wrong));
    for (const name of Object.keys(wrong)) expect(complaint).toContain(name);
    for (const value of ['ninety', 'hunter2', 'too-short']) expect(complaint).not.toContain(value);
  });

  it.each([{ ROLE: 'api' }, { ROLE: 'worker' }, { REDIS_URL: 'redis://:hunter2@localhost' }])(
    'asks several processes for the secret that they share: %o',
    (variables) => {
      const several = { DATABASE_URL: 'postgresql://db/tandem', ...variables };
      expect(() => read(several)).toThrow(/TANDEM_SECRET is missing.*openssl rand/);
      expect(() => read(several)).not.toThrow(/hunter2/);
      const secret = 'a-secret-of-more-than-thirty-two-letters';
      expect(read({ ...several, TANDEM_SECRET: secret })).toMatchObject({ secret });
    },
  );

  it('lets one process with a database of its own keep its secret in its folder', () => {
    expect(read({ DATABASE_URL: 'postgresql://db/tandem' })).toMatchObject({ role: 'all', secret: undefined });
  });

  it('refuses half a Tandem on the embedded database, which nobody else can reach', () => {
    expect(() => read({ ROLE: 'worker', TANDEM_SECRET: 'x'.repeat(32) })).toThrow(/ROLE=worker needs DATABASE_URL/);
  });

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:8080'],
    ['0.0.0.0', 'http://localhost:8080'],
    ['::1', 'http://[::1]:8080'],
  ])('listening on %s is reached at %s', (host, url) => {
    expect(read({ HOST: host, PORT: '8080' }).publicUrl).toBe(url);
  });

  it('writes addresses without a slash at the end', () => {
    expect(read({ PUBLIC_URL: 'https://tandem.example.com/' }).publicUrl).toBe('https://tandem.example.com');
  });
});

function complaintOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return String(error);
  }
  throw new Error('nothing was refused');
}
