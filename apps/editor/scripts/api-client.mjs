/**
 * Writes the typed client of the API to src/api/generated, from the description that the built API gives of itself.
 * `--check` writes nothing and fails when what is there is not what would be written. Build the API first.
 */
import { createClient } from '@hey-api/openapi-ts';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeBuiltApi } from './describe-api.mjs';

const editor = dirname(dirname(fileURLToPath(import.meta.url)));
const committed = join(editor, 'src', 'api', 'generated');

async function generate(folder) {
  await createClient({
    input: await describeBuiltApi(),
    output: {
      path: folder,
      clean: true,
      module: { extension: '.js' },
      header: ['// @ts-nocheck -- written by scripts/api-client.mjs; not to be edited'],
    },
    plugins: [
      '@hey-api/typescript',
      { name: '@hey-api/client-fetch', throwOnError: true },
      { name: '@hey-api/sdk', operations: { strategy: 'flat' }, responseStyle: 'data' },
    ],
    parser: { filters: { operations: { exclude: ['POST /webhooks/{connector}/{connectionId}'] } } },
    logs: { level: 'silent' },
  });
}

function filesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

async function check() {
  const scratch = mkdtempSync(join(tmpdir(), 'api-client-'));
  try {
    await generate(scratch);
    const [wanted, found] = [filesOf(scratch), filesOf(committed)];
    const paths = [...new Set([...wanted.keys(), ...found.keys()])];
    return paths.filter((path) => wanted.get(path) !== found.get(path));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (process.argv.includes('--check')) {
  const stale = await check();
  for (const path of stale) console.error(`src/api/generated/${path} is not what the API describes now`);
  if (stale.length > 0) console.error('Run: npm run api-client -w @tandem/editor');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else await generate(committed);
