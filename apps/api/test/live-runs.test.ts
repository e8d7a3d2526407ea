import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LiveReader, type Heard } from '../src/testing/live-reader.js';
import { Desk } from './desk.js';

let desk: Desk;
let reader: LiveReader;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(async () => {
  reader.close();
  await desk.close();
});

const runsIn = ({ event, data }: Heard) => (event === 'changed' ? (data.runs as { id: string; status: string }[]) : []);

it('A run is told of from its beginning to its end, with the event that it came from', async () => {
  await desk.switchOn('attach-pdf', {});
  const document = await desk.document(await desk.deal({}), 'Mutual NDA');
  reader = await LiveReader.open(desk.app.url);
  await desk.act(document, 'send');

  const ended = await reader.hears((heard) => runsIn(heard).some(({ status }) => status === 'succeeded'));
  const { items } = (await desk.api('GET', '/api/runs', undefined)).body as { items: { id: string }[] };
  expect(runsIn(ended).map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  await reader.hears(({ event, data }) => event === 'changed' && (data.events as unknown[]).length > 0);
});
