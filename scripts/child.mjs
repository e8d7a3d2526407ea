import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './workspaces.mjs';

/** Each event leaves some hundred kB behind that nobody needs: with more room for it, it is cleared away less often. */
export const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=32'];

/**
 * Runs a built program of ours. It gets a session of its own, so that Ctrl-C reaches us alone and we end the programs
 * in the right order; and a channel, by whose closing it learns that we were killed.
 */
export function launch(name, entry, env) {
  const child = spawn(process.execPath, [...NODE_FLAGS, join(root, entry)], {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(`${name} cannot be started: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`${name} ended with ${signal ?? `code ${code}`}`));
  });
  let isOver = false;
  void ended.then(() => (isOver = true));
  return {
    name,
    /** Fulfils with a sentence when the program is over. */
    ended,
    async stop() {
      if (!isOver) child.kill('SIGTERM');
      await ended;
    },
    /** A second signal says not to finish what is under way; a program that stays even so is killed. */
    force() {
      if (isOver) return;
      child.kill('SIGTERM');
      setTimeout(() => isOver || child.kill('SIGKILL'), 1_000);
    },
  };
}

/** Waits until the address answers, whatever it says, or the program is over. Throws with the program's end, or after a minute. */
export async function untilItAnswers(url, child) {
  const deadline = Date.now() + 60_000;
  const over = child.ended.then((reason) => Promise.reject(new Error(reason)));
  for (;;) {
    const answer = await Promise.race([
      fetch(url).then(
        () => true,
        () => false,
      ),
      over,
    ]);
    if (answer) return;
    if (Date.now() > deadline) throw new Error(`${child.name} does not answer at ${url}`);
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 50)), over]);
  }
}
