import axe from 'axe-core';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const FLAGS = JSON.parse(readFileSync(join(ROOT, 'scripts', 'measure', 'chromium-flags.json'), 'utf8')) as string[];

/** How long a page may take to show what a test waits for, on a machine that has much else to do. */
const PATIENCE_MS = 90_000;

/** The whole of Tandem with its sandbox, and a browser in front of it. */
export interface Stage {
  url: string;
  open(path: string, options?: Wishes): Promise<Seen>;
  /** What a person does in the sandbox; answers its JSON. */
  act(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** What a program asks of Tandem; answers its JSON. */
  api<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The id of the sandbox's template of that name. */
  template(name: string): Promise<string>;
  close(): Promise<void>;
}

/** What the person in front of the browser has set there. */
interface Wishes {
  colorScheme?: 'light' | 'dark';
  locale?: 'en-GB' | 'fr-FR';
}

/** A page with everything that it complained about. */
export interface Seen {
  page: Page;
  complaints: string[];
}

export async function startStage(): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-browser-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const program = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs')], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), SANDBOX_PORT: String(sandboxPort), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(program);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  const act: Stage['act'] = (method, path, body) => ask(`http://127.0.0.1:${sandboxPort}/control${path}`, method, body);
  return {
    url,
    act,
    open: (path, wishes = {}) => open(browser, url + path, wishes),
    api: (method, path, body) => ask(url + path, method, method === 'GET' ? undefined : (body ?? {})),
    async template(name) {
      const { results } = await act('GET', '/play/api/pandadoc/public/v1/templates');
      return (results as { id: string; name: string }[]).find((template) => template.name === name)!.id;
    },
    async close() {
      await browser.close();
      program.kill('SIGTERM');
      if (program.exitCode === null) await once(program, 'exit');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function open(
  browser: Browser,
  address: string,
  { colorScheme = 'light', locale = 'en-GB' }: Wishes,
): Promise<Seen> {
  const context = await browser.newContext({ colorScheme, locale, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, complaints };
}

/** What axe finds wrong with the page as it stands. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** The same in light and in dark; the page stays as it is. */
export async function findingsInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await atRest(page);
    for (const finding of await findings(page)) found.push(`${colorScheme}: ${finding}`);
  }
  return found;
}

/** Nothing is on its way in or out any more, whose colours would still be others. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => animation.effect?.getComputedTiming().endTime === Infinity),
  );
}

async function ask<Answer>(address: string, method: string, body: unknown): Promise<Answer> {
  const answer = await fetch(address, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? {} : await answer.json()) as Answer;
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, address] = /^Tandem is ready at (\S+)$/m.exec(said) ?? [];
      if (address) resolve(address);
    };
    program.stdout?.on('data', hear);
    program.stderr?.on('data', hear);
    program.once('exit', (code) => {
      reject(new Error(`Tandem did not start (${code ?? 'killed'}):\n${said}`));
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
