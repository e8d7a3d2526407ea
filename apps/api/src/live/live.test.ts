import { afterEach, expect, it } from '@jest/globals';
import { eventually } from '../testing/eventually.js';
import { LiveReader, type Heard } from '../testing/live-reader.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';

let app: TestApp;
const readers: LiveReader[] = [];
const open = async (): Promise<LiveReader> => {
  const reader = await LiveReader.open(app.url);
  readers.push(reader);
  return reader;
};
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  await app.close();
});

/** As another process would: nothing of it passes through the one that is listened to. */
const doDeed = (subject: string) =>
  app.dataSource.query(
    `insert into audit (id, at, action, subject) values (gen_random_uuid(), now(), 'recipe.published', $1)`,
    [subject],
  );
const tellsOf =
  (subject: string) =>
  ({ event, data }: Heard): boolean =>
    event === 'changed' && (data.deeds as { subject: string }[]).some((deed) => deed.subject === subject);

it('tells everybody who listens what any process did, and goes on when one of them leaves', async () => {
  app = await startTestApp();
  const [one, other] = [await open(), await open()];
  expect(one.response.headers.get('content-type')).toContain('text/event-stream');
  expect(one.response.headers.get('x-content-type-options')).toBe('nosniff');
  await doDeed('first');
  await Promise.all([one.hears(tellsOf('first')), other.hears(tellsOf('first'))]);

  other.close();
  await eventually(() => {
    expect(other.hasEnded).toBe(true);
  });
  await doDeed('second');
  await one.hears(tellsOf('second'));
});

it('begins anew for who comes after everybody had left', async () => {
  app = await startTestApp();
  const first = await open();
  first.close();
  await doDeed('while nobody listened');
  const second = await open();
  await doDeed('later');
  await second.hears(tellsOf('later'));
  expect(second.heard.some(tellsOf('while nobody listened'))).toBe(false);
});

it('names a connection that changed', async () => {
  app = await startTestApp({ sandbox: true });
  const reader = await open();
  await fetch(`${app.url}/api/connections/sandbox`, { method: 'POST' });
  await reader.hears(({ event, data }) => event === 'changed' && (data.connections as unknown[]).length > 0);
});

it('misses nothing when the connections to the database are cut', async () => {
  app = await startTestApp();
  const reader = await open();
  await app.dataSource
    .query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()`)
    .catch(() => undefined); // it cuts its own, too
  await eventually(() => doDeed('after the cut'));
  await reader.hears(tellsOf('after the cut'));
  expect(reader.hasEnded).toBe(false);
});

it('ends the streams when the server stops, which is not held up by them', async () => {
  app = await startTestApp();
  const [one, other] = [await open(), await open()];
  await app.close();
  await eventually(() => {
    expect([one.hasEnded, other.hasEnded]).toEqual([true, true]);
  });
});
