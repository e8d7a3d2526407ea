import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder } from '../database/sql-migrations.js';
import { objectionsTo } from './only-adds.js';

/** Made before anybody ran anything. */
const BEFORE_THE_FIRST_RELEASE = ['1763900000000-initial.up.sql', '1764100000000-failure-groups.up.sql'];

describe('What is done to the schema', () => {
  it.each([
    [`create table more (id uuid primary key, note text not null); create index more_by_note on more (note);`],
    [`alter table run add column more text, add column kind text not null default 'live' check (kind in ('live'));`],
    [`-- drop nothing\ncomment on table run is 'to rename or drop is not to add';`],
  ])('only adds with %j', (statements) => {
    expect(objectionsTo(statements)).toEqual([]);
  });

  it.each([
    [`alter table run drop column reason;`, /drops/],
    [`drop table effect;`, /drops/],
    [`drop index run_by_deal;`, /drops/],
    [`alter table run rename column reason to why;`, /renames/],
    [`alter table run alter column reason type jsonb;`, /type/],
    [`alter table run alter column reason set not null;`, /value/],
    [`alter table run add column must text not null;`, /default/],
    [`alter table run add column may text, add column must text not null;`, /default/],
    [`truncate run;`, /empties/],
  ])('would stop old processes with %j', (statements, why) => {
    expect(objectionsTo(statements).join()).toMatch(why);
  });

  const files = readdirSync(migrationsFolder).filter((file) => file.endsWith('.up.sql'));

  it.each(files.filter((file) => /^\d+-expand-/.test(file)))('is what its name promises in %s', (file) => {
    expect(objectionsTo(readFileSync(join(migrationsFolder, file), 'utf8'))).toEqual([]);
  });

  it('is an expand-, or a contract- that takes away what no process uses any more', () => {
    const others = files.filter((file) => !/^\d+-(expand|contract)-/.test(file));
    expect(others).toEqual(BEFORE_THE_FIRST_RELEASE);
  });
});
