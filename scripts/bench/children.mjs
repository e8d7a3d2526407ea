import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A program of the benchmark as a process of its own; what it says first is in `hello`. */
export async function startChild(script, env = {}, execArgv = []) {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    env: { ...process.env, ...env },
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${script} ended with ${code}`)));
  ended.catch(() => undefined);
  const [hello] = await Promise.race([once(child, 'message'), ended]);
  return {
    hello,
    pid: child.pid,
    async ask(message = '') {
      const answer = once(child, 'message');
      child.send(message);
      return (await Promise.race([answer, ended]))[0];
    },
    async stop() {
      const gone = once(child, 'exit');
      if (script.includes('engine')) child.send('stop');
      else child.kill('SIGKILL');
      await gone;
    },
  };
}

const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a process has used so far, on Linux. */
export function cpuSeconds(pid) {
  const { user, system } = statOf(pid);
  return (user + system) / TICKS_PER_SECOND;
}

/** The same of all processes of the database server to which `backend` belongs, those that have ended included. */
export function serverCpuSeconds(backend) {
  const server = statOf(backend).parent;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(pid) ?? [])
    .filter(({ parent }) => parent === server);
  const { user, system, userOfEnded, systemOfEnded } = statOf(server);
  const living = children.reduce((sum, child) => sum + child.user + child.system, user + system);
  return (living + userOfEnded + systemOfEnded) / TICKS_PER_SECOND;
}

function statOf(pid) {
  let stat;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined; // it has just ended
  }
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user, system, userOfEnded, systemOfEnded] = fields.slice(11, 15);
  return { parent: fields[1], user, system, userOfEnded, systemOfEnded };
}
