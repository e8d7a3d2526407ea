import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrations } from './sql-migrations.js';

describe('migration files', () => {
  let folder: string;
  const write = (...names: string[]): void => {
    for (const name of names) writeFileSync(join(folder, name), 'select 1');
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-migrations-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('become migrations whose names end with their number, oldest first', () => {
    write('1700000000002-b.up.sql', '1700000000002-b.down.sql', '1700000000001-a.up.sql', '1700000000001-a.down.sql');
    const names = readMigrations(folder).map((Migration) => new Migration().name);
    expect(names).toEqual(['a1700000000001', 'b1700000000002']);
  });

  it('need a way back', () => {
    write('1700000000001-a.up.sql');
    expect(() => readMigrations(folder)).toThrow('1700000000001-a');
  });

  it('may not share a number', () => {
    write('1700000000001-a.up.sql', '1700000000001-a.down.sql', '1700000000001-b.up.sql', '1700000000001-b.down.sql');
    expect(() => readMigrations(folder)).toThrow('have the number 1700000000001');
  });

  it('are never passed over because of their name', () => {
    write('1-first.sql');
    expect(() => readMigrations(folder)).toThrow('1-first.sql');
  });
});
