import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { untilItAnswers } from '../child.mjs';
import { launchApi, launchSandbox, planStack } from '../stack.mjs';

const HUBSPOT = { authorization: 'Bearer pat-sandbox-hubspot' };
const PANDADOC = { authorization: 'API-Key sandbox-production-key' };

/** The app and the twin, connected. `close` ends what was started for the demo. */
export async function openStage() {
  const running = await runningApp();
  const { appUrl, close } = running ?? (await startApp());
  try {
    const connections = await json('POST', `${appUrl}/api/connections/sandbox`, {});
    const sandboxUrl = new URL(baseUrlOf(connections)).origin;
    return {
      appUrl,
      sandboxUrl,
      close,
      api: (method, path, body) => json(method, `${appUrl}/api${path}`, body),
      hubspot: (method, path, body) => json(method, `${sandboxUrl}/hubspot/crm${path}`, body, HUBSPOT),
      pandadoc: (method, path, body) => json(method, `${sandboxUrl}/pandadoc/public/v1${path}`, body, PANDADOC),
      act: (method, path, body) => json(method, `${sandboxUrl}/control${path}`, body),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function runningApp() {
  const appUrl = `http://127.0.0.1:${process.env.PORT || 3000}`;
  try {
    const health = await fetch(`${appUrl}/api/health/ready`);
    return health.ok ? { appUrl, close: async () => {} } : undefined;
  } catch {
    return undefined;
  }
}

async function startApp() {
  await build();
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-demo-'));
  process.env.DATA_DIR = dataDir;
  const plan = await planStack();
  if (!plan.sandbox)
    throw new Error('The demo plays on the sandbox: run it without SANDBOX_URL and real accounts in the environment');
  const sandbox = launchSandbox(plan.sandbox);
  const api = launchApi(plan.api);
  const appUrl = `http://${plan.api.HOST}:${plan.api.PORT}`;
  await untilItAnswers(plan.sandboxUrl, sandbox);
  await untilItAnswers(`${appUrl}/api/health/ready`, api);
  const close = async () => {
    await api.stop();
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { appUrl, close };
}

function baseUrlOf(answer) {
  const connection = (answer.items ?? answer).find(({ connector }) => connector === 'hubspot');
  if (!connection?.base_url) throw new Error('HubSpot is not connected to the sandbox');
  return connection.base_url;
}

async function json(method, url, body, headers = {}) {
  const sent =
    body === undefined
      ? { headers }
      : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url, { method, ...sent });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname} was answered ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
