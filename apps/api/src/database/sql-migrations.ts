import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the SQL of this version lies; the same from `src` and from `dist`. */
export const migrationsFolder = fileURLToPath(new URL('../../../../migrations', import.meta.url));

const FILE = /^(\d{13})-([a-z][a-z0-9-]*)\.(up|down)\.sql$/;

/**
 * Turns pairs of `<13 digits>-name.up.sql` and `.down.sql` into what TypeORM takes for migrations, oldest first.
 * Throws when a file is named otherwise, lacks its other half or shares its number.
 */
export function readMigrations(folder = migrationsFolder): (new () => MigrationInterface)[] {
  const halves = new Map<string, Set<string>>();
  for (const file of readdirSync(folder).sort()) {
    const [, timestamp, name, half] = FILE.exec(file) ?? [];
    if (!timestamp || !name || !half)
      throw new Error(`${file} in ${folder} is not named like 1700000000000-what.up.sql`);
    const key = `${timestamp}-${name}`;
    halves.set(key, (halves.get(key) ?? new Set()).add(half));
  }
  const numbers = new Set<string>();
  return [...halves].map(([key, found]) => {
    if (found.size !== 2) throw new Error(`${key} in ${folder} needs both an .up.sql and a .down.sql`);
    const timestamp = key.slice(0, 13);
    if (numbers.has(timestamp)) throw new Error(`Two migrations in ${folder} have the number ${timestamp}`);
    numbers.add(timestamp);
    return migrationClass(join(folder, key), `${key.slice(14)}${timestamp}`);
  });
}

/** TypeORM finds the age of a migration in the last 13 characters of its name. */
function migrationClass(path: string, migrationName: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = migrationName;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(readFileSync(`${path}.up.sql`, 'utf8'));
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(readFileSync(`${path}.down.sql`, 'utf8'));
    }
  };
}
