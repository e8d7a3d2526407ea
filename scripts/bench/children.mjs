import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
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
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
