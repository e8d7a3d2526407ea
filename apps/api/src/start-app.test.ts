import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from './database/sql.js';
import { startTestApp, type TestApp } from './testing/test-app.js';

describe('the application', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('says that it lives', async () => {
    const answer = await fetch(`${app.url}/api/health/live`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('is ready when the database answers and has the schema of this version', async () => {
    const answer = await fetch(`${app.url}/api/health/ready`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      details: { database: { status: 'up' }, migrations: { status: 'up' } },
    });
  });

  it('finds a column of the right kind for everything that its entities keep', async () => {
    const columns = await sql<{ name: string; type: string; nullable: boolean }>(
      app.dataSource.manager,
      `select table_name || '.' || column_name as name, udt_name as type, is_nullable = 'YES' as nullable
       from information_schema.columns where table_schema = 'public'`,
    );
    const inDatabase = new Map(columns.map((column) => [column.name, column]));
    const inEntities = app.dataSource.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => ({
        name: `${entity.tableName}.${column.databaseName}`,
        type: udtName(app.dataSource.driver.normalizeType(column)),
        nullable: column.isNullable,
      })),
    );
    expect(inEntities.length).toBeGreaterThan(0);
    expect(inEntities.map(({ name }) => inDatabase.get(name))).toEqual(inEntities);
  });
});

describe('an application that cannot start', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('says which port is taken and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => other.close(resolve)));
    const { port } = other.address() as AddressInfo;
    await expect(startTestApp({ config: { port } })).rejects.toThrow(
      `Port ${port} is taken by another program. End it, or set PORT to a free one.`,
    );
  });
});

describe('an application whose schema is not that of its version', () => {
  it.each([
    ['older', 'delete from migration'],
    ['unreadable', 'alter table migration rename to hidden'],
  ])('lives on, but is not ready: %s', async (_kind, damage) => {
    const app = await startTestApp();
    try {
      await app.dataSource.query(damage);
      const [ready, live] = await Promise.all(['ready', 'live'].map((kind) => fetch(`${app.url}/api/health/${kind}`)));
      expect([ready!.status, live!.status]).toEqual([503, 200]);
    } finally {
      await app.close();
    }
  });
});

/** PostgreSQL's short name of a type that TypeORM writes out. */
function udtName(type: string): string {
  const names: Record<string, string> = {
    'timestamp with time zone': 'timestamptz',
    'character varying': 'varchar',
    integer: 'int4',
    bigint: 'int8',
    boolean: 'bool',
  };
  return names[type] ?? type;
}
