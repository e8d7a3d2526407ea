/** `npm run dev`: as `npm start`, and builds and restarts what a saved file belongs to. */
import { existsSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { bundle, isBrowserApp } = await import('./bundle.mjs');
const { compile } = await import('./compile.mjs');
const { launchApi, launchSandbox, planStack } = await import('./stack.mjs');
const { onParentGone } = await import('./parent.mjs');
const { workspaces } = await import('./workspaces.mjs');

/** Editors save in several steps, and one thought often touches several files. */
const SETTLE_MS = 150;

const programs = new Map();
let plan;
let isEnding = false;

const launchers = { sandbox: () => launchSandbox(plan.sandbox), api: () => launchApi(plan.api) };

function begin(name) {
  const child = launchers[name]();
  programs.set(name, child);
  void child.ended.then((reason) => {
    if (programs.get(name) !== child || isEnding) return;
    programs.delete(name);
    console.error(`${reason}. It starts again when a file is saved.`);
  });
}

async function restart(name) {
  const child = programs.get(name);
  programs.delete(name);
  await child?.stop();
  if (!isEnding) begin(name);
}

const make = (workspace) => (isBrowserApp(workspace) ? bundle(workspace) : compile(workspace));

/** The packages are part of the API, which also serves the editor; the sandbox stands alone. */
const programOf = (workspace) => (basename(workspace) === 'sandbox' ? 'sandbox' : 'api');

async function rebuild(changed) {
  const touched = new Set();
  for (const workspace of changed) {
    try {
      if ((await make(workspace)) > 0) touched.add(programOf(workspace));
    } catch (error) {
      console.error(error.message);
    }
  }
  for (const name of touched) if (plan[name]) await restart(name);
}

let work = rebuildAll();
async function rebuildAll() {
  for (const workspace of workspaces) await make(workspace);
  plan = await planStack();
  for (const name of ['sandbox', 'api']) if (plan[name]) begin(name);
}

const changed = new Set();
let timer;
for (const workspace of workspaces) {
  const source = join(workspace, 'src');
  if (!existsSync(source)) continue;
  watch(source, { recursive: true }, () => {
    changed.add(workspace);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const batch = [...changed];
      changed.clear();
      work = work.then(() => rebuild(batch));
    }, SETTLE_MS);
  });
}

async function end() {
  if (isEnding) for (const child of programs.values()) child.force();
  isEnding = true;
  await work;
  for (const name of ['api', 'sandbox']) await programs.get(name)?.stop();
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());
onParentGone(() => isEnding || end());
