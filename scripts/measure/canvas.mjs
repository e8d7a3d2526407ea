/** How quick the recipe editor is with a recipe of 200 steps: what a person waits for after a key or a click. */

const STEPS = 200;
const PRESSES = 40;
const PAN_MS = 2_000;

const read = (id) => ({
  id,
  kind: 'action',
  connector: 'hubspot',
  action: 'get_deal',
  input: { deal_id: { var: 'trigger.deal_id' } },
});

const note = (id, deal) => ({
  id,
  kind: 'action',
  title: `Note ${id}`,
  connector: 'hubspot',
  action: 'create_note',
  input: {
    deal_id: { var: 'trigger.deal_id' },
    body: { cat: ['Worth ', { var: `steps.${deal}.amount` }, `, as said in ${id}`] },
  },
});

/** Groups of ten steps: a read, an `if` with notes on both ways, a loop and a `try` around more of them. */
function group(index) {
  const [deal, id] = [`deal_${index}`, (name) => `${name}_${index}`];
  const above = { '>': [{ number: { var: `steps.${deal}.amount` } }, 1000 * index] };
  return [
    read(deal),
    {
      id: id('check'),
      kind: 'if',
      branches: [{ when: above, steps: [note(id('big'), deal), note(id('bigger'), deal)] }],
      else: [note(id('small'), deal)],
    },
    {
      id: id('each'),
      kind: 'forEach',
      items: { var: `steps.${deal}.line_items` },
      steps: [note(id('item'), deal)],
    },
    { id: id('attempt'), kind: 'try', steps: [note(id('tried'), deal)], onError: [note(id('failed'), deal)] },
  ];
}

/** A recipe of 200 steps, all of them right. */
export const bigRecipe = (key) => ({
  format: 1,
  key,
  name: 'Two hundred steps',
  offer: 'template',
  settings: [],
  trigger: { kind: 'event', connector: 'pandadoc', trigger: 'document_status_changed' },
  steps: Array.from({ length: STEPS / 10 }, (_, index) => group(index)).flat(),
});

/** Keeps in `window.waits` how long each key and click took until the next paint, in milliseconds. */
const WATCH = `
  window.waits = [];
  if (!window.watching) {
    window.watching = new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.waits.push(duration);
    });
    window.watching.observe({ type: 'event', durationThreshold: 16 });
  }`;

/** Draws once more, so that the last entry has come. */
const SETTLED = `new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))`;

/** The wait that three of four stayed under. Those under 16 ms are not even told. */
async function waitOf(page, act) {
  await page.evaluate(WATCH);
  await act();
  await page.evaluate(SETTLED);
  const waits = (await page.evaluate('window.waits')).toSorted((one, other) => one - other);
  return waits[Math.floor(waits.length * 0.75)] ?? 16;
}

/** Frames per second while the canvas is panned with the wheel; a screen shows 60. */
async function framesWhilePanning(page) {
  const box = await page.locator('.react-flow__pane').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const counting = page.evaluate(`new Promise((done) => {
    const begun = performance.now();
    let frames = 0;
    const count = (now) => {
      frames += 1;
      if (now - begun < ${PAN_MS}) requestAnimationFrame(count);
      else done(Math.round((frames * 1000) / (now - begun)));
    };
    requestAnimationFrame(count);
  })`);
  for (let moved = 0; moved < PAN_MS / 16; moved += 1) await page.mouse.wheel(0, 40);
  return counting;
}

async function importOnce(page, baseUrl, recipe) {
  const there = await page.request.get(`${baseUrl}/api/recipes/${recipe.key}`);
  if (there.ok()) return;
  const made = await page.request.post(`${baseUrl}/api/recipes`, { data: recipe });
  if (!made.ok()) throw new Error(`The recipe was refused: ${await made.text()}`);
}

const press = async (page, key, times) => {
  for (let presses = 0; presses < times; presses += 1) await page.keyboard.press(key);
};

/**
 * Measures the canvas on a running Tandem, built for production.
 * @param page of playwright, at the size that is wanted
 * @returns {Promise<{ what: string, value: number, unit: string, limit: number }[]>}; `fps` is to be above its limit,
 *   everything else below
 */
export async function measureCanvas(page, baseUrl) {
  const recipe = bigRecipe('measured-canvas');
  await importOnce(page, baseUrl, recipe);
  await page.goto(`${baseUrl}/recipes/${recipe.key}`);
  const rows = page.getByRole('treeitem');
  await rows.first().waitFor();
  await rows.nth(1).click();
  const row = (what, value) => ({ what: `recipe of ${STEPS} steps: ${what}`, value, unit: 'ms', limit: 100 });

  const arrow = await waitOf(page, () => press(page, 'ArrowDown', PRESSES));
  const select = await waitOf(page, async () => {
    for (let index = 2; index < 22; index += 2) await rows.nth(index).click();
  });
  await page.getByRole('treeitem', { name: / Note big_0$/ }).click();
  await page.getByRole('textbox', { name: 'Body' }).click();
  const typing = await waitOf(page, () => page.keyboard.type(' and a few words more to be read', { delay: 30 }));
  await page.getByRole('treeitem', { name: / Note big_0$/ }).click();
  const moving = await waitOf(page, () => press(page, 'Alt+ArrowDown', 6));
  const undoing = await waitOf(page, () => press(page, 'Control+z', 6));
  const frames = await framesWhilePanning(page);
  return [
    row('arrow key', arrow),
    row('choosing a step', select),
    row('typing into a field', typing),
    row('moving a step', moving),
    row('undo', undoing),
    { what: `recipe of ${STEPS} steps: panning`, value: frames, unit: 'fps', limit: 50 },
  ];
}
