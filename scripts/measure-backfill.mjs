/**
 * npm run measure:backfill: how long live runs take beside a backfill that would use every call that there is, in one
 * process on the embedded database, with the sandbox's limits as the vendors publish them.
 *   --documents  of the past (10,000)
 *   --live       documents that are sent meanwhile, one after the other (200)
 *   --every      milliseconds between them (2,000)
 *   --hubspot    calls in ten seconds (190, as of HubSpot's larger accounts)
 */
import { parseArgs } from 'node:util';
import './load-typescript.mjs';
import { build } from './build.mjs';

const option = (value) => ({ type: 'string', default: value });
const { values } = parseArgs({
  options: { documents: option('10000'), live: option('200'), every: option('2000'), hubspot: option('190') },
});
const [documents, live, liveEveryMs, hubspotPer10s] = ['documents', 'live', 'every', 'hubspot'].map((name) =>
  Number(values[name]),
);

await build();
const { announceTestServer } = await import('../apps/api/src/testing/test-server-address.ts');
const { startTestServer } = await import('../apps/api/src/testing/test-server.ts');
const { Desk } = await import('../apps/api/test/desk.ts');
const { backfillBesideLive, makePast, percentile95 } = await import('../apps/api/test/backfill-load/backfill-load.ts');

const server = await startTestServer(process.env.TEST_DATABASE_URL);
announceTestServer(server);
const desk = await Desk.open();
try {
  const began = performance.now();
  await makePast(desk, documents);
  console.log(`${documents} documents made in ${seconds(performance.now() - began)}`);
  const measured = await backfillBesideLive(desk, { documents, live, liveEveryMs, hubspotPer10s });
  const { liveDelays, backfilled, used, refused } = measured;
  console.log(`${backfilled} documents backfilled beside ${live} live runs in ${seconds(measured.seconds * 1000)}`);
  console.log(`${(used * 100).toFixed(1)} % of HubSpot's permitted calls used, ${refused} refused`);
  const middle = liveDelays[Math.floor(liveDelays.length / 2)];
  console.log(
    `live runs: half within ${seconds(middle)}, 95 % within ${seconds(percentile95(liveDelays))}, all within ` +
      `${seconds(liveDelays.at(-1))}; goal: 95 % within 30 s`,
  );
} finally {
  await desk.close();
  await server.stop();
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
