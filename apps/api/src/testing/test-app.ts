import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startSandbox } from '@tandem/sandbox';
import { DataSource } from 'typeorm';
import { SystemClock, type Clock } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { startApp } from '../start-app.js';
import { freshDatabase } from './fresh-database.js';

export interface TestAppOptions {
  /** Starts a twin of both remote systems and points the app at it. */
  sandbox?: boolean;
  clock?: Clock;
  /** An existing database, e.g. that of an app closed before. It is left alone at the end. */
  databaseUrl?: string;
  config?: Partial<TestConfig>;
}

/** What a test may say about its process. */
type TestConfig = Pick<
  Config,
  'port' | 'redisUrl' | 'role' | 'secret' | 'publicUrl' | 'sandboxUrl' | 'hubspotAccessToken' | 'pandadocApiKey'
>;

export interface TestApp {
  /** Where the app listens, e.g. http://127.0.0.1:41234 */
  url: string;
  /** Empty when no sandbox was asked for. */
  sandboxUrl: string;
  databaseUrl: string;
  dataSource: DataSource;
  /** The Nest application, to reach a provider with `app.get(Lanes)`. */
  app: NestFastifyApplication;
  close(): Promise<void>;
}

/** The real application on a port of its own, with a fresh database. Close it in `afterAll` or `afterEach`. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const databaseUrl = options.databaseUrl ?? (await freshDatabaseUntil(closing));
    const sandboxUrl = options.sandbox ? await sandboxUntil(closing) : '';
    const config = await testConfig(closing, sandboxUrl, options.config);
    const app = await startApp({ config, clock: options.clock ?? new SystemClock(), databaseUrl });
    closing.push(() => app.close());
    return {
      url: config.publicUrl,
      sandboxUrl: config.sandboxUrl ?? '',
      databaseUrl,
      dataSource: app.get(DataSource),
      app,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Closing = (() => Promise<void>)[];

async function freshDatabaseUntil(closing: Closing): Promise<string> {
  const database = await freshDatabase();
  closing.push(() => database.drop());
  return database.url;
}

async function sandboxUntil(closing: Closing): Promise<string> {
  const sandbox = await startSandbox({ port: 0 });
  closing.push(() => sandbox.close());
  return sandbox.url;
}

async function testConfig(closing: Closing, sandboxUrl: string, given: Partial<TestConfig> = {}): Promise<Config> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-app-'));
  closing.push(() => rm(dataDir, { recursive: true, force: true }));
  const port = given.port ?? (await freePort());
  return {
    port,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: undefined,
    redisUrl: undefined,
    role: 'all',
    logFormat: 'text',
    keepPayloadsDays: 90,
    keepLedgerDays: 730,
    secret: randomBytes(32).toString('base64url'),
    publicUrl: `http://127.0.0.1:${port}`,
    sandboxUrl: sandboxUrl || undefined,
    hubspotAccessToken: undefined,
    pandadocApiKey: undefined,
    ...given,
  };
}

/** The address must be known before the app listens, since webhook addresses are made from it. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  await new Promise((resolve) => server.close(resolve));
  return port;
}
