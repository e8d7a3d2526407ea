import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import french from '../../src/texts/fr/names.json' with { type: 'json' };
import { englishLeft, englishWords } from './english-left.js';
import { startStage, type Stage } from './stage.js';

const DEAL = '1001';
const ENGLISH = englishWords();

let stage: Stage;
let names: string[];

beforeAll(async () => {
  stage = await startStage();
  await stage.api('POST', '/api/connections/sandbox');
  const stages = { 'document.sent': 'contractsent', 'document.completed': 'closedwon' };
  for (const [recipe, settings] of Object.entries({
    'change-deal-stage': { pipeline: 'default', stages },
    'update-line-items': { statuses: ['document.sent'], add_and_delete: true },
    'update-deal-properties': { statuses: ['document.sent'] },
  })) {
    await stage.api('PUT', '/api/automations', { recipe, template_id: null, enabled: true, settings });
  }
  await stage.api('POST', '/api/recipes/update-line-items/clone', { key: 'copie', name: 'Lignes' });
  await sendDocument();
  await someRun('succeeded');
  await stage.act('POST', '/faults', { api: 'hubspot', method: 'PATCH', effect: { kind: 'preset', name: '403' } });
  await sendDocument();
  await someRun('failed');
  names = await namesOfOthers();
}, 180_000);
afterAll(() => stage.close(), 60_000);

async function sendDocument(): Promise<void> {
  const template = await stage.template('Sales proposal');
  const { document_id: id } = await stage.act('POST', '/play/documents', { deal_id: DEAL, template_id: template });
  await stage.act('POST', `/pandadoc/documents/${String(id)}/send`, {});
}

async function someRun(status: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while ((await stage.api<Items>('GET', `/api/runs?status=${status}`)).items.length === 0) {
    if (Date.now() > deadline) throw new Error(`No run has ${status}`);
    await wait(100);
  }
}

interface Recipe {
  draft: object;
  draft_revision: number;
}

interface Items {
  items: {
    value: string;
    label: string;
    name: string;
    id: string;
    document?: { name: string } | null;
    deal_name?: string | null;
  }[];
}

/** What people and HubSpot have named: nobody translates it. */
async function namesOfOthers(): Promise<string[]> {
  const pickList = async (key: string, input: object): Promise<string[]> => {
    const { items } = await stage.api<Items>('POST', `/api/connectors/hubspot/pick-lists/${key}`, { input });
    return items.flatMap(({ label, value }) => [label, ` (${value})`]);
  };
  const lists = await Promise.all([
    pickList('pipelines', {}),
    pickList('stages', { pipeline: 'default' }),
    ...['deals', 'companies', 'line_items'].map((object) => pickList('properties', { object })),
  ]);
  const { items: templates } = await stage.api<Items>('GET', '/api/templates');
  const { items: runs } = await stage.api<Items>('GET', '/api/runs');
  const called = [...lists.flat(), ...templates.map(({ name }) => name), ...runs.flatMap(({ document, deal_name: deal }) => [document?.name ?? [], deal ?? []].flat())]; // prettier-ignore
  const ours = new Set(Object.keys(french.labels));
  return [...new Set(called)].filter((name) => !ours.has(name)).sort((one, other) => other.length - one.length);
}

/** What is still English, by where it stands. */
class Findings {
  readonly found: string[] = [];

  /** Looks at the page when this is on it and nothing is being loaded any more. */
  async at(place: string, page: Page, shown: string): Promise<void> {
    await page.locator(shown).first().waitFor();
    await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
    // Names of choices may be on their way from HubSpot.
    const deadline = Date.now() + 20_000;
    let left = await englishLeft(page, ENGLISH, names);
    while (left.length > 0 && Date.now() < deadline) {
      await wait(100);
      left = await englishLeft(page, ENGLISH, names);
    }
    for (const text of left) this.found.push(`${place}: ${text}`);
  }
}

/** Opens something, looks at it, and puts it away. */
async function lookInto(findings: Findings, page: Page, place: string, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await findings.at(place, page, '[role=dialog], [role=menu]');
  await page.keyboard.press('Escape');
  await page.locator('[role=dialog], [role=menu]').first().waitFor({ state: 'detached' });
}

it('has no English word on any page', async () => {
  const { page, complaints } = await stage.open('/', { locale: 'fr-FR' });
  const findings = new Findings();
  const go = async (path: string, shown: string): Promise<void> => {
    await page.goto(stage.url + path);
    await findings.at(path, page, shown);
  };
  await findings.at('/', page, 'main h1');
  await lookInto(findings, page, 'Theme', 'Thème');
  await go('/templates', '[role=rowheader]');
  await lookInto(findings, page, 'Automation', /^Changer la phase de la transaction, Mutual NDA/);
  await lookInto(findings, page, 'Automation', /^Mettre à jour, ajouter et supprimer les lignes, Tous/);
  await go('/recipes', 'main table');
  await lookInto(findings, page, 'Menu of a recipe', /^Actions pour Joindre le PDF/);
  await go('/runs', 'main a[href^="/runs/"]');
  await go('/runs?status=failed', 'main a[href*="group="]');
  await lookInto(findings, page, 'Bulk retry', /^Tout relancer…/);
  for (const status of ['succeeded', 'failed']) {
    await page.goto(`${stage.url}/runs?status=${status}`);
    await page.locator('main a[href^="/runs/"]').first().click();
    await findings.at(`Run that ${status}`, page, 'h2');
    await lookInto(findings, page, 'Retry', /^(Exécuter à nouveau|Relancer)/);
  }
  await go('/ledger', 'main a[href^="/ledger/"]');
  await go(`/ledger/deals/${DEAL}`, 'main a[href^="/runs/"]');
  await page.getByRole('tab', { name: 'Propriétés' }).click();
  await findings.at('Properties', page, 'main table');
  await go('/backfills', 'main h1');
  await lookInto(findings, page, 'New backfill', 'Nouveau rattrapage');
  await go('/connections', 'main dl');
  await lookInto(findings, page, 'Credentials', /^Reconnecter/);
  await lookInto(findings, page, 'Disconnect', /^Déconnecter/);
  await page.getByRole('button', { name: 'Tester' }).first().click();
  await findings.at('Test of a connection', page, 'text=/^Cela fonctionne/');
  await go('/audit', 'main ol');
  await go('/nowhere', 'main h1');
  expect(findings.found).toEqual([]);
  expect(complaints).toEqual([]);
}, 400_000);

it('has no English word in a recipe', async () => {
  const { page, complaints } = await stage.open('/recipes/update-line-items', { locale: 'fr-FR' });
  const findings = new Findings();
  await findings.at('Built-in', page, '.react-flow__node');
  for (const row of await page.getByRole('treeitem').all()) {
    await row.click();
    await findings.at(`Step ${await row.innerText()}`, page, 'h2');
  }
  await page.keyboard.press('Control+k');
  await findings.at('Commands', page, '[role=dialog] [role=option]');
  await page.keyboard.press('Escape');
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
  await page.goto(`${stage.url}/recipes/copie`);
  await findings.at('Clone', page, '.react-flow__node');
  await page.getByRole('button', { name: 'Ajouter une étape ici' }).first().click();
  await findings.at('Steps', page, '[role=dialog] [role=option]');
  await page.getByRole('option', { name: /^Créer un document/ }).click();
  await findings.at('Fresh step', page, 'h2:has-text("Créer un document")');
  await page
    .getByRole('button', { name: /^Insérer une valeur dans/ })
    .first()
    .click();
  await findings.at('Values', page, '[role=dialog] [role=group]');
  expect(findings.found).toEqual([]);
  expect(complaints).toEqual([]);
}, 400_000);

it('has no English word where many are switched, and before one that can delete', async () => {
  const { page, complaints } = await stage.open('/templates', { locale: 'fr-FR' });
  const findings = new Findings();
  for (const name of ['Mutual NDA', 'Sales proposal']) await page.getByRole('checkbox', { name: `Sélectionner ${name}` }).check(); // prettier-ignore
  await findings.at('Selection', page, '[role=region] >> text=/^2 modèles sélectionnés/');
  await page.getByRole('button', { name: 'Régler les automatisations…' }).click();
  for (const name of [/^Changer la phase/, /^Mettre à jour, ajouter/])
    await page.getByRole('checkbox', { name }).check();
  await findings.at('Bulk settings', page, '[role=dialog] >> text=Phase par statut');
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: /^Mettre à jour, ajouter et supprimer les lignes, Sales proposal/ }).click();
  await page.getByRole('radio', { name: 'Inactif', exact: true }).check();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await findings.at('Switched', page, 'text=/^Désactivé/');
  await page.getByRole('button', { name: /^Mettre à jour, ajouter et supprimer les lignes, Sales proposal, Inactif/ }).click(); // prettier-ignore
  await page.getByRole('radio', { name: 'Actif', exact: true }).check();
  await findings.at('Can delete', page, 'text=Elle peut supprimer des lignes de produit');
  await page.getByRole('button', { name: 'Montrer ce qu’elle ferait maintenant' }).click();
  await findings.at('Preview before a switch', page, 'text=Ceci est un aperçu');
  expect(findings.found).toEqual([]);
  expect(complaints).toEqual([]);
}, 400_000);

it('has no English word in an undo, and in a backfill that has finished', async () => {
  const { items: runs } = await stage.api<Items>('GET', '/api/runs?status=succeeded&recipe=change-deal-stage');
  const { page, complaints } = await stage.open(`/runs/${runs.at(-1)!.id}`, { locale: 'fr-FR' });
  const findings = new Findings();
  await page.getByRole('button', { name: 'Annuler les changements' }).click();
  await findings.at('Undo', page, '[role=dialog] [role=status]');
  await page.getByRole('button', { name: /^Rétablir 1 changement/ }).click();
  await findings.at('Run that undoes', page, 'h1:has-text("Annulation de")');

  await finishBackfill();
  await page.goto(`${stage.url}/backfills`);
  await page
    .getByRole('button', { name: /de côté$/ })
    .first()
    .click();
  await findings.at('Finished backfill', page, 'text=/^Déjà traité à ce statut/');
  expect(findings.found).toEqual([]);
  expect(complaints).toEqual([]);
}, 400_000);

/** For documents of which all that is to be done was done before. */
async function finishBackfill(): Promise<void> {
  const selection = { template_ids: [], statuses: ['document.sent'], changed_from: null, changed_to: null };
  const { id } = await stage.api<{ id: string }>('POST', '/api/backfills', { recipes: ['change-deal-stage'], selection }); // prettier-ignore
  const comesTo = async (wanted: string): Promise<void> => {
    const deadline = Date.now() + 60_000;
    while ((await stage.api<{ status: string }>('GET', `/api/backfills/${id}`)).status !== wanted) {
      if (Date.now() > deadline) throw new Error(`The backfill is never ${wanted}`);
      await wait(100);
    }
  };
  await comesTo('ready');
  await stage.api('POST', `/api/backfills/${id}/start`);
  await comesTo('finished');
}

it('has no English word where a recipe is tested, compared, brought from a file or changed by two', async () => {
  const { page, complaints } = await stage.open('/recipes/copie', { locale: 'fr-FR' });
  const findings = new Findings();
  await findings.at('Clone', page, '.react-flow__node');
  await fromMenu(page, 'Raccourcis clavier');
  await findings.at('Shortcuts', page, '[role=dialog] kbd');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Publier' }).click();
  await findings.at('Published', page, 'text=La version 1 est publiée');
  await page.getByRole('treeitem').first().click();
  await page.getByRole('tab', { name: 'Test' }).click();
  await findings.at('Test', page, '[role=tabpanel] >> text=Document récent');
  await page.getByRole('button', { name: 'Aperçu', exact: true }).click();
  await findings.at('Preview of a recipe', page, 'text=/^Elle (réussirait|échouerait)/');

  await page.getByRole('treeitem').nth(1).click();
  await page.getByRole('tab', { name: 'Notes' }).click();
  await page.getByRole('textbox', { name: 'Titre' }).fill('Lu');
  const { draft, draft_revision: revision } = await stage.api<Recipe>('GET', '/api/recipes/copie');
  await stage.api('PUT', '/api/recipes/copie/draft', { revision, recipe: { ...draft, name: 'Autre' } });
  await findings.at('Told of another', page, 'text=Quelqu’un d’autre a enregistré cette recette');
  await page.getByRole('button', { name: 'Voir la différence' }).click();
  await findings.at('Conflict', page, '[role=dialog] >> text=Pendant vos modifications');
  await page.getByRole('button', { name: /^Prendre le leur/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await fromMenu(page, 'Versions');
  await page.getByRole('button', { name: 'Comparer au brouillon' }).click();
  await findings.at('Versions', page, '[role=dialog] >> text=De la version 1 au brouillon');
  for (const [place, text, shown] of [
    ['No recipe', 'Bonjour', 'text=Pas importée'],
    [
      'Recipe of mistakes',
      JSON.stringify({ ...draft, key: 'fautes', steps: [{ kind: 'action' }] }),
      'text=Pas importée',
    ],
    ['Import', JSON.stringify({ ...draft, key: 'fichier', name: 'Fichier' }), 'h1:has-text("Fichier")'],
  ] as const) {
    const file = { name: 'recette.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await page.goto(`${stage.url}/recipes`);
    await page.locator('input[type=file]').setInputFiles(file);
    await findings.at(place, page, shown);
  }
  expect(findings.found).toEqual([]);
  // The browser tells of the import that was refused.
  expect(complaints.filter((one) => !one.includes('status of 422'))).toEqual([]);
}, 400_000);

async function fromMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Plus', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
}

it('has no English word while Tandem is away', async () => {
  const { page } = await stage.open('/runs', { locale: 'fr-FR' });
  const findings = new Findings();
  await page.locator('main a[href^="/runs/"]').first().waitFor();
  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('link', { name: 'Connexions' }).click();
  await findings.at('Away', page, 'text=Tandem ne répond pas. Cette page');
  await findings.at('Away, nothing is known', page, 'text=Impossible de charger les connexions');
  expect(findings.found).toEqual([]);
}, 400_000);

it('has a French name for everything that actions and triggers take and give', async () => {
  const keys = new Set<string>();
  const visit = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties, items, additionalProperties, anyOf } = schema as Record<string, unknown>;
    if (typeof properties === 'object' && properties !== null) {
      for (const [key, member] of Object.entries(properties)) visit((keys.add(key), member));
    }
    [items, additionalProperties].concat(anyOf).forEach(visit);
  };
  for (const connector of ['hubspot', 'pandadoc']) {
    const { actions, triggers } = await stage.api<{
      actions: { input: unknown; output: unknown }[];
      triggers: { data: unknown }[];
    }>('GET', `/api/connectors/${connector}`);
    for (const { input, output } of actions) [input, output].forEach(visit);
    for (const { data } of triggers) visit(data);
  }
  expect(keys.size).toBeGreaterThan(50);
  expect([...keys].filter((key) => !Object.hasOwn(french.keys, key))).toEqual([]);
});
