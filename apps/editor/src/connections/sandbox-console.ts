import type { Connection } from '../api/generated/types.gen.js';

/** Where the local twin keeps the two APIs. */
const HOMES: Readonly<Record<string, string>> = { hubspot: '/hubspot', pandadoc: '/pandadoc' };

/** Whether a connection leads to the local sandbox, and not to a real account. */
export function isSandbox({ connector, base_url }: Pick<Connection, 'connector' | 'base_url'>): boolean {
  const url = new URL(base_url);
  const isHere = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  return isHere && url.pathname.replace(/\/$/, '') === HOMES[connector];
}

/** The page on which one plays the salesperson and the customer; undefined with real accounts. */
export function sandboxConsole(connections: readonly Pick<Connection, 'connector' | 'base_url'>[]): string | undefined {
  const sandbox = connections.find(isSandbox);
  return sandbox && `${new URL(sandbox.base_url).origin}/`;
}
