import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a script of the editor; it looks at what `npm run build` has made. */
function run(script: string, ...args: string[]) {
  const path = fileURLToPath(new URL(`../scripts/${script}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' });
  return { isFine: status === 0, said: stdout + stderr };
}

it('has the client of the API as it describes itself now', () => {
  expect(run('api-client.mjs', '--check')).toEqual({ isFine: true, said: '' });
});

it('loads at most 250 KB of JavaScript before it shows a page', () => {
  const { isFine, said } = run('first-load.mjs');
  expect([isFine, said]).toEqual([true, expect.stringContaining('RunsPage')]);
});
