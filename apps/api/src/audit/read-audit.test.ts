import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../clock/clock.js';
import { freshDataSource, type FreshDataSource } from '../testing/fresh-database.js';
import { Audit } from './audit.js';
import { AuditQuery, ReadAudit } from './read-audit.js';

describe('Reading the audit log', () => {
  let database: FreshDataSource;
  let audit: ReadAudit;
  beforeAll(async () => {
    database = await freshDataSource();
    audit = new ReadAudit(database.dataSource);
    const writing = new Audit(new SystemClock());
    for (const action of ['connection.created', 'recipe.published', 'automation.switched_on', 'automation.reset'])
      await writing.record(database.dataSource.manager, {
        action,
        subject: `of ${action}`,
        before: null,
        after: { a: 1 },
      });
  });
  afterAll(() => database.close());

  const read = async (query: object = {}) => {
    const { items, next } = await audit.page(AuditQuery.parse(query));
    return { actions: items.map(({ action }) => action), next };
  };

  it('goes from the newest to the oldest, page by page', async () => {
    const first = await read({ limit: 3 });
    expect(first.actions).toEqual(['automation.reset', 'automation.switched_on', 'recipe.published']);
    expect(await read({ limit: 3, before: first.next })).toEqual({ actions: ['connection.created'], next: null });
  });

  it('is narrowed by what was changed, by the subject and by time', async () => {
    expect((await read({ about: 'automation' })).actions).toEqual(['automation.reset', 'automation.switched_on']);
    expect((await read({ subject: 'of recipe.published' })).actions).toEqual(['recipe.published']);
    expect((await read({ from: '2100-01-01T00:00:00Z' })).actions).toEqual([]);
    expect((await read({ to: '2100-01-01T00:00:00Z' })).actions).toHaveLength(4);
  });
});
