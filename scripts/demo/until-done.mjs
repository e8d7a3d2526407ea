const QUIET_LOOKS = 4;
const EVERY_MS = 150;
const OPEN = ['queued', 'running', 'waiting'];

/** Waits until the webhooks have left the twin and no run of the document is open. Throws after a minute, or when a run failed. */
export async function untilDone(stage, documentId) {
  const deadline = Date.now() + 60_000;
  for (let quiet = 0; quiet < QUIET_LOOKS; await new Promise((resolve) => setTimeout(resolve, EVERY_MS))) {
    const { under_way: underWay } = await stage.act('GET', '/pandadoc/webhooks');
    const { items: events } = await stage.api('GET', `/events?status=received`);
    const { items: runs } = await stage.api('GET', `/runs?document=${documentId}`);
    const open = runs.filter((run) => OPEN.includes(run.status));
    quiet = underWay === 0 && events.length === 0 && open.length === 0 ? quiet + 1 : 0;
    const failed = runs.find((run) => run.status === 'failed');
    if (failed) throw new Error(`${failed.recipe.name} failed: ${failed.error?.message ?? failed.reason}`);
    if (Date.now() > deadline)
      throw new Error(`still open after a minute: ${open.map((run) => run.recipe.name).join(', ')}`);
  }
}
