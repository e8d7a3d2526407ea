import { control } from './api.js';
import { drawCalls, loadCalls } from './calls-panel.js';
import { readDeals, readPipelines } from './deal-data.js';
import { drawDeal, loadDeal } from './deal-view.js';
import { drawDocument, loadDocument } from './document-view.js';
import { h, livePlace, toast } from './dom.js';
import { drawFaults, faultForms, loadFaults } from './faults-panel.js';
import { facts } from './parts.js';
import { startTabs } from './tabs.js';
import { drawWebhooks, loadWebhooks } from './webhooks-panel.js';
import { money, statusTone, statusWord } from './words.js';

const EVERY_MS = 2_000;
const place = (id) => document.getElementById(id);

const main = place('main');
const panels = {
  calls: { load: loadCalls, show: livePlace(place('panel-calls'), drawCalls) },
  webhooks: { load: loadWebhooks, show: livePlace(place('panel-webhooks'), drawWebhooks) },
  faults: { load: loadFaults, show: livePlace(place('faults'), drawFaults) },
};
const showDeals = livePlace(place('deals'), ({ deals, stages, open }) =>
  deals.map((deal) => dealLink(deal, stages, open)),
);
const showDocuments = livePlace(place('documents'), ({ documents, open }) =>
  documents.length > 0
    ? documents.map((one) => documentLink(one, open))
    : [h('li', { class: 'empty', text: 'None yet. Open a deal and create one.' })],
);

let shownPath;
let showMain;

/** What the address names: a deal or a document. */
function openThing() {
  const [, kind, id] = location.hash.split('/');
  return kind === 'deals' || kind === 'documents' ? { kind, id } : undefined;
}

async function refreshMain() {
  const thing = openThing();
  if (!thing) return;
  if (shownPath !== location.hash) {
    shownPath = location.hash;
    main.replaceChildren();
    showMain = livePlace(main, thing.kind === 'deals' ? drawDeal : drawDocument);
    window.scrollTo(0, 0);
  }
  const path = shownPath;
  const show = showMain;
  const data = await (thing.kind === 'deals' ? loadDeal(thing.id) : loadDocument(thing.id));
  if (path === location.hash) show(data);
}

async function refreshLists() {
  const [deals, pipelines, documents] = await Promise.all([
    readDeals(),
    readPipelines(),
    control('GET', '/pandadoc/documents'),
  ]);
  const stages = Object.fromEntries(pipelines.flatMap((one) => one.stages.map(({ id, label }) => [id, label])));
  const open = location.hash;
  showDeals({ deals, stages, open });
  showDocuments({ documents: documents.toReversed(), open });
  const [first] = deals;
  if (!openThing() && first) location.replace(`#/deals/${first.id}`);
}

async function refreshPanel() {
  const { load, show } = panels[tabs.chosen()];
  show(await load());
}

let lastFailure = '';

/** Everything on the page, from the sandbox's present state. A failure is told once, not every two seconds. */
async function refresh() {
  try {
    await Promise.all([refreshLists(), refreshMain(), refreshPanel()]);
    if (lastFailure) toast('The sandbox answers again.');
    lastFailure = '';
  } catch (error) {
    if (error.message !== lastFailure) toast(error.message, 'bad');
    lastFailure = error.message;
  }
}

function dealLink({ id, properties }, stages, open) {
  return pick(`#/deals/${id}`, open, properties.dealname, [
    h('span', { text: stages[properties.dealstage] ?? properties.dealstage }),
    h('span', { class: 'figure', text: money(properties.amount, properties.deal_currency_code) }),
  ]);
}

function documentLink({ id, name, status, grand_total: total }, open) {
  return pick(`#/documents/${id}`, open, name, [
    h('span', { class: `badge ${statusTone(status)}`, text: statusWord(status) }),
    h('span', { class: 'figure', text: money(total.amount, total.currency) }),
  ]);
}

function pick(href, open, title, details) {
  const link = h('a', { href, 'data-key': href, 'aria-current': href === open ? 'page' : null });
  link.append(h('b', { text: title }), h('span', { class: 'under' }, details));
  return h('li', {}, link);
}

const tabs = startTabs(document.querySelector('[role=tablist]'), () => void refresh());
place('connect').replaceWith(
  facts([
    ['HubSpot base URL', `${location.origin}/hubspot`],
    ['HubSpot token', 'pat-sandbox-hubspot'],
    ['PandaDoc base URL', `${location.origin}/pandadoc`],
    ['PandaDoc production key', 'sandbox-production-key'],
    ['PandaDoc sandbox key', 'sandbox-dev-key'],
  ]),
);
window.addEventListener('hashchange', () => {
  void refresh();
  main.focus({ preventScroll: true });
});
window.addEventListener('changed', () => void refresh());
document.addEventListener('visibilitychange', () => void refresh());
setInterval(() => {
  if (!document.hidden) void refresh();
}, EVERY_MS);
await refresh();
place('fault-forms').replaceChildren(...(await faultForms()));
