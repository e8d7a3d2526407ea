import { join, resolve } from 'node:path';
import { launch } from './child.mjs';
import { claimFolder } from './claim-folder.mjs';
import { freePort } from './free-port.mjs';

const SANDBOX_PORT = 4010;

/**
 * The whole of Tandem on one machine: the sandbox and the app that talks to it, with free ports and one data folder.
 * Real accounts in the environment leave the sandbox out.
 */
export async function planStack() {
  const dataDir = resolve(process.env.DATA_DIR || '.tandem');
  process.once('exit', claimFolder(dataDir));
  const host = process.env.HOST || '127.0.0.1';
  const port = await pickPort('PORT', Number(process.env.PORT || 3000), host);
  const api = { PORT: String(port), HOST: host, DATA_DIR: dataDir };
  if (process.env.SANDBOX_URL || (process.env.HUBSPOT_ACCESS_TOKEN && process.env.PANDADOC_API_KEY)) {
    return { api, sandboxUrl: undefined, sandbox: undefined };
  }
  const sandboxPort = await pickPort('SANDBOX_PORT', Number(process.env.SANDBOX_PORT || SANDBOX_PORT), '127.0.0.1');
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  return {
    api: { ...api, SANDBOX_URL: sandboxUrl },
    sandboxUrl,
    sandbox: {
      SANDBOX_PORT: String(sandboxPort),
      SANDBOX_DATA: join(dataDir, 'sandbox.json'),
      SANDBOX_HUBSPOT_TARGET: `${publicUrl(host, port)}/api/webhooks/hubspot`,
    },
  };
}

/** As the app takes it: HubSpot's signature covers the address. */
function publicUrl(host, port) {
  const { PUBLIC_URL } = process.env;
  if (PUBLIC_URL) return PUBLIC_URL.replace(/\/+$/, '');
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

async function pickPort(name, wanted, host) {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    throw new Error(`${name} must be a number from 1 to 65535`);
  const port = await freePort(wanted, host);
  if (port !== wanted) console.log(`Port ${wanted} is taken; using ${port}.`);
  return port;
}

export const launchSandbox = (env) => launch('The sandbox', 'apps/sandbox/dist/main.js', env);

export const launchApi = (env) => launch('Tandem', 'apps/api/dist/main.js', env);
