import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource, type MixedList, type EntitySchema } from 'typeorm';
import { dataSourceOptions, openDataSource } from '../database/open-data-source.js';
import { databaseAt, findTestServer } from './test-server-address.js';

export interface FreshDatabase {
  url: string;
  /** Ends all connections to it and removes it. */
  drop(): Promise<void>;
}

/** A migrated database without a row in it, for nobody but the caller. Takes some 50 ms. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return createDatabase(findTestServer().template);
}

/** A database without even the schema. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return createDatabase('template0');
}

export interface FreshDataSource {
  dataSource: DataSource;
  close(): Promise<void>;
}

/** A fresh database with an open data source on it, for tests of repositories and queries. */
export async function freshDataSource(
  entities: MixedList<(new () => object) | EntitySchema> = [],
): Promise<FreshDataSource> {
  const database = await freshDatabase();
  const dataSource = await openDataSource({ ...dataSourceOptions(database.url), entities });
  return {
    dataSource,
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

async function createDatabase(template: string): Promise<FreshDatabase> {
  const { url } = findTestServer();
  const name = `tandem_test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name} template ${template}`);
  return { url: databaseAt(url, name), drop: () => administer(url, `drop database if exists ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
