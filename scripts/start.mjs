/** `npm start`: installs and builds what is missing, then runs the sandbox and the app until Ctrl-C. */
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { build } = await import('./build.mjs');
const { untilItAnswers } = await import('./child.mjs');
const { onParentGone } = await import('./parent.mjs');
const { launchApi, launchSandbox, planStack } = await import('./stack.mjs');

const running = [];
let askToEnd;
const asked = new Promise((resolve) => (askToEnd = resolve));
let signals = 0;
function end() {
  signals += 1;
  askToEnd();
  if (signals > 1) for (const child of running) child.force();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
onParentGone(() => signals > 0 || end());

/** Fulfils with the reason when a program ends that should not have. */
async function run() {
  await build();
  const plan = await planStack();
  if (plan.sandbox) {
    const sandbox = launchSandbox(plan.sandbox);
    running.push(sandbox);
    await untilItAnswers(plan.sandboxUrl, sandbox);
  }
  if (signals > 0) return undefined;
  running.push(launchApi(plan.api));
  return Promise.race([asked, ...running.map((child) => child.ended)]);
}

let reason;
try {
  reason = await run();
} catch (error) {
  reason = error.message;
}
for (const child of running.toReversed()) await child.stop();
if (reason && signals === 0) console.error(reason);
process.exit(reason && signals === 0 ? 1 : 0);
