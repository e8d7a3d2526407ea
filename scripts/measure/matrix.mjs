import { send } from './app.mjs';

const TEMPLATES = 500;
const PRESSES = 60;

/** Keeps in `window.waits` how long each key and click took until the next paint, in milliseconds. */
const WATCH = `
  window.waits = [];
  new PerformanceObserver((list) => {
    for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.waits.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 });`;

/** Fills the sandbox up to 500 templates, some with prices, in a few folders. */
export async function fillTemplates(sandboxUrl) {
  const templates = await send('GET', `${sandboxUrl}/control/pandadoc/templates`);
  const folders = [...new Set(templates.map((template) => template.folder_uuid))];
  for (let index = templates.length; index < TEMPLATES; index += 1) {
    const definition = definitionOf(templates[index % templates.length]);
    const name = `${definition.name} ${String(index).padStart(3, '0')}`;
    const folder_uuid = folders[index % folders.length];
    await send('POST', `${sandboxUrl}/control/pandadoc/templates`, { ...definition, name, folder_uuid });
  }
}

/** What the twin gives to a template by itself. */
const GIVEN = ['id', 'version', 'deleted', 'date_created', 'date_modified'];

const definitionOf = (template) => Object.fromEntries(Object.entries(template).filter(([key]) => !GIVEN.includes(key)));

/** Moves, selects, searches and filters on a matrix of 500 templates; answers rows of {what, value, unit, limit}. */
export async function measureMatrix(page, baseUrl) {
  await page.goto(`${baseUrl}/templates`);
  await page.getByText(`${TEMPLATES} templates`).waitFor();
  await page.evaluate(WATCH);
  await page.getByRole('button', { name: /^Import from CRM, All templates/ }).focus();
  for (let presses = 0; presses < PRESSES; presses += 1) await page.keyboard.press('ArrowDown');
  for (let presses = 0; presses < PRESSES / 4; presses += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('textbox').click();
  await page.keyboard.type('order form 1');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.getByText(`${TEMPLATES} templates`).waitFor();
  const waits = await page.evaluate('window.waits');
  const sorted = waits.toSorted((one, other) => one - other);
  const row = (what, value) => ({ what: `matrix of ${TEMPLATES} templates: ${what}`, value, unit: 'ms' });
  return [
    { ...row('key or click to paint, 75 %', sorted[Math.floor(sorted.length * 0.75)] ?? 0), limit: 100 },
    row('the slowest', sorted.at(-1) ?? 0),
  ];
}
