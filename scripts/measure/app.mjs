import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilItAnswers } from '../child.mjs';
import { launchApi, launchSandbox, planStack } from '../stack.mjs';

/** The built app with a sandbox of its own in a folder that goes with it, connected. PORT and SANDBOX_PORT are taken as wishes. */
export async function openApp() {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-measure-'));
  process.env.DATA_DIR = dataDir;
  const plan = await planStack();
  if (!plan.sandbox) throw new Error('Measured on the sandbox alone: leave SANDBOX_URL and real accounts out');
  const running = [launchSandbox(plan.sandbox)];
  const close = async () => {
    for (const child of running.toReversed()) await child.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(plan.sandboxUrl, running[0]);
    running.push(launchApi(plan.api));
    const url = `http://${plan.api.HOST}:${plan.api.PORT}`;
    await untilItAnswers(`${url}/api/health/ready`, running[1]);
    await send('POST', `${url}/api/connections/sandbox`, {});
    return { url, sandboxUrl: plan.sandboxUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export async function send(method, url, body) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, body === undefined ? { method } : { method, headers, body: JSON.stringify(body) });
  if (!answer.ok)
    throw new Error(`${method} ${new URL(url).pathname} was answered ${answer.status}: ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}
