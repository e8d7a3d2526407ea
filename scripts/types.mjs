/** Checks the types of every workspace, two at a time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { root, workspaces } from './workspaces.mjs';

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

async function check(workspace) {
  const memory = join(root, 'node_modules', '.cache', `types-${basename(workspace)}.tsbuildinfo`);
  const args = [tsc, '-p', workspace, '--incremental', '--tsBuildInfoFile', memory, '--pretty'];
  const [code] = await once(spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }), 'exit');
  return code === 0;
}

const waiting = [...workspaces];
const results = [];
async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await check(next));
}
await Promise.all([work(), work()]);
process.exitCode = results.every(Boolean) ? 0 : 1;
