/**
 * npm run calls: runs each built-in automation against the sandbox for documents of 1, 10, 100 and 1,000 rows, first with
 * everything to do and then again with nothing left to do, counts the calls from the sandbox's own record and writes
 * docs/calls.md.
 *   --rows   other sizes, separated by commas
 *   --each   prints every call as well
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import './load-typescript.mjs';
import { build } from './build.mjs';

await build();
const { announceTestServer } = await import('../apps/api/src/testing/test-server-address.ts');
const { startTestServer } = await import('../apps/api/src/testing/test-server.ts');
const { Desk } = await import('../apps/api/test/desk.ts');
const { countCalls, RECIPES, totalOf } = await import('../apps/api/test/calls/count-calls.ts');

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1,10,100,1000' }, each: { type: 'boolean' } },
});
const sizes = values.rows.split(',').map(Number);
const FILE = new URL('../docs/calls.md', import.meta.url);

const server = await startTestServer(process.env.TEST_DATABASE_URL);
announceTestServer(server);
const counted = [];
try {
  for (const recipe of RECIPES) for (const rows of sizes) counted.push(await count(recipe, rows));
} finally {
  await server.stop();
}
if (values.rows === '1,10,100,1000') {
  writeFileSync(FILE, await prettier.format(page(), { ...(await prettier.resolveConfig(FILE)), parser: 'markdown' }));
}

/** Each on an engine of its own, as after a start: nothing is remembered from before. */
async function count(recipe, rows) {
  const desk = await Desk.open();
  try {
    await desk.control('PATCH', '/hubspot/settings', { rate_per_10s: 100_000, search_per_second: 1_000 });
    const one = await countCalls(desk, recipe, rows);
    console.log(`${recipe}, ${rows} rows: ${totalOf(one.first)} calls, then ${totalOf(one.again)}`);
    if (values.each) console.log(one.first.each, one.again.each);
    return one;
  } finally {
    await desk.close();
  }
}

function page() {
  const rows = counted.map(({ recipe, rows: size, first, again }) =>
    [recipe, size.toLocaleString('en'), ...cells(first), ...cells(again)].join(' | '),
  );
  return `# Calls per automation

Written by \`npm run calls\`; a test holds the numbers for 10 rows. Counted by the sandbox, for one run that a person
asks for right after Tandem has started: everything that Tandem asks of the remotes, reading the document included.
“First” has everything to do: each row of the document differs from its line item. “Again” finds nothing left to do.

| automation | rows | first: HubSpot reads | writes | PandaDoc reads | writes | total | again: HubSpot reads | writes | PandaDoc reads | writes | total |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
${rows.map((row) => `| ${row} |`).join('\n')}

Line items are read, written and deleted 100 at a time. What has not changed is not written. The properties of HubSpot's
objects are read once a minute per account, however many runs need them.
`;
}

function cells(calls) {
  const { hubspot, pandadoc } = calls;
  return [hubspot.reads, hubspot.writes, pandadoc.reads, pandadoc.writes, totalOf(calls)];
}
