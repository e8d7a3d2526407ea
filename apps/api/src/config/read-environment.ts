import { resolve } from 'node:path';
import { z } from 'zod';
import { roles, type Config } from './config.js';

/** A mistake in the environment that the person who starts Tandem can put right. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const noTrailingSlash = (url: string): string => url.replace(/\/+$/, '');
const httpUrl = z.url({ protocol: /^https?$/ }).transform(noTrailingSlash);

const days = z.coerce.number().int().min(1).max(36_500);

const Environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.tandem'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  ROLE: z.enum(roles).default('all'),
  LOG_FORMAT: z.enum(['text', 'json']).default('text'),
  KEEP_PAYLOADS_DAYS: days.default(90),
  KEEP_LEDGER_DAYS: days.default(730),
  TANDEM_SECRET: z.string().min(32).optional(),
  PUBLIC_URL: httpUrl.optional(),
  SANDBOX_URL: httpUrl.optional(),
  HUBSPOT_ACCESS_TOKEN: z.string().trim().optional(),
  PANDADOC_API_KEY: z.string().trim().optional(),
});

const RULES: Record<string, string> = {
  PORT: 'a number from 1 to 65535',
  DATABASE_URL: 'an address such as postgresql://user:password@host:5432/database',
  REDIS_URL: 'an address such as redis://:password@host:6379/0',
  ROLE: 'one of all, api and worker',
  LOG_FORMAT: 'text or json',
  KEEP_PAYLOADS_DAYS: 'a number of days from 1 to 36500',
  KEEP_LEDGER_DAYS: 'a number of days from 1 to 36500',
  TANDEM_SECRET: 'at least 32 characters',
  PUBLIC_URL: 'an http or https address',
  SANDBOX_URL: 'an http or https address',
};

/** The environment without the secret that may still have to be made. */
export type Environment = Omit<Config, 'secret'> & { readonly secret: string | undefined };

/**
 * Checks the variables and fills in the defaults. An empty variable counts as absent.
 * Throws ConfigError, which names every bad variable and prints no value, since a value may be a secret.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv, workingDirectory: string): Environment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(present);
  if (!parsed.success) throw new ConfigError(describe(parsed.error.issues));
  const env = parsed.data;
  refuseHalfOfSeveral(env);
  refuseStepsWithoutRuns(env);
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(workingDirectory, env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    role: env.ROLE,
    logFormat: env.LOG_FORMAT,
    keepPayloadsDays: env.KEEP_PAYLOADS_DAYS,
    keepLedgerDays: env.KEEP_LEDGER_DAYS,
    secret: env.TANDEM_SECRET,
    publicUrl: env.PUBLIC_URL ?? localUrl(env.HOST, env.PORT),
    sandboxUrl: env.SANDBOX_URL,
    hubspotAccessToken: env.HUBSPOT_ACCESS_TOKEN,
    pandadocApiKey: env.PANDADOC_API_KEY,
  };
}

/** Processes that work side by side must share what a single one may keep in its own folder. */
function refuseHalfOfSeveral(env: z.output<typeof Environment>): void {
  if (env.ROLE !== 'all' && !env.DATABASE_URL) {
    throw new ConfigError(
      `ROLE=${env.ROLE} needs DATABASE_URL: the embedded database belongs to one process. ` +
        'Name a PostgreSQL server that all processes reach, or leave ROLE out.',
    );
  }
  if (env.DATABASE_URL && (env.ROLE !== 'all' || env.REDIS_URL) && !env.TANDEM_SECRET) {
    throw new ConfigError(
      'TANDEM_SECRET is missing: with several processes each must have the same one, or they cannot read the stored ' +
        'credentials. Make one with "openssl rand -base64 32" and give it to all of them.',
    );
  }
}

function refuseStepsWithoutRuns(env: z.output<typeof Environment>): void {
  if (env.KEEP_LEDGER_DAYS >= env.KEEP_PAYLOADS_DAYS) return;
  throw new ConfigError('KEEP_LEDGER_DAYS must be at least KEEP_PAYLOADS_DAYS: no step is kept longer than its run.');
}

function describe(issues: readonly { path: PropertyKey[] }[]): string {
  const names = [...new Set(issues.map((issue) => issue.path.join('.')))];
  const lines = names.map((name) => `  ${name} must be ${RULES[name] ?? 'a text'}`);
  return ['Set these environment variables correctly, or remove them:', ...lines].join('\n');
}

/** The address of a local listener as a person would type it. */
export function localUrl(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
