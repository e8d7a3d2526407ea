/** What a test file has to know of the server that the run has started. */
export interface TestServer {
  /** A database of the server from which others can be created. */
  url: string;
  /** A migrated, empty database to copy from. */
  template: string;
}

const VARIABLE = 'TANDEM_TEST_SERVER';

/** Called before the workers start; they inherit the environment. */
export function announceTestServer({ url, template }: TestServer): void {
  process.env[VARIABLE] = JSON.stringify({ url, template });
}

export function findTestServer(): TestServer {
  const announced = process.env[VARIABLE];
  if (!announced) throw new Error('No test server was started: is this test in the project "api" of jest.config.mjs?');
  return JSON.parse(announced) as TestServer; // written by announceTestServer
}

/** The address of another database of the same server. */
export function databaseAt(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
