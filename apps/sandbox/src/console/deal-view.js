import { control, pandadoc } from './api.js';
import {
  addItem,
  changeDeal,
  changeItem,
  fileLink,
  readDeal,
  readPipelines,
  readProducts,
  removeItem,
} from './deal-data.js';
import { actionButton, attempt, h, toast } from './dom.js';
import { propertyForm } from './property-form.js';
import { card, cellInput, facts, stepper, table } from './parts.js';
import { day, money, plainText, statusTone, statusWord } from './words.js';

/** Everything about one deal, as the page redraws it. */
export async function loadDeal(id) {
  const [view, pipelines, templates, linked, products] = await Promise.all([
    readDeal(id),
    readPipelines(),
    pandadoc('GET', '/public/v1/templates?count=100'),
    pandadoc('GET', `/public/v1/documents/linked-objects?provider=hubspot&entity_type=deal&entity_id=${id}`),
    readProducts(),
  ]);
  const documents = await Promise.all(linked.map((one) => pandadoc('GET', `/public/v1/documents/${one.id}`)));
  return { ...view, pipelines, templates: templates.results, documents, products };
}

export function drawDeal({
  deal,
  definitions,
  company,
  contacts,
  items,
  notes,
  pipelines,
  templates,
  documents,
  products,
}) {
  const { properties } = deal;
  const currency = properties.deal_currency_code;
  return [
    h(
      'header',
      { class: 'head' },
      h('div', {}, h('p', { class: 'kind', text: `HubSpot deal ${deal.id}` }), h('h1', { text: properties.dealname })),
      h('p', { class: 'sum', text: money(properties.amount, currency) }),
    ),
    drawStages(deal, pipelines),
    h('div', { class: 'pair' }, documentsCard(deal, documents, templates), notesCard(notes)),
    itemsCard(deal, items, products, currency),
    h('div', { class: 'pair' }, companyCard(company), contactsCard(contacts)),
    card(
      'Properties',
      propertyForm(definitions, properties, (change) => changeDeal(deal.id, change)),
    ),
  ];
}

function drawStages(deal, pipelines) {
  const pipeline = pipelines.find(({ id }) => id === deal.properties.pipeline);
  if (!pipeline) return h('p', { class: 'hint', text: `Pipeline ${deal.properties.pipeline} does not exist.` });
  const stages = [...pipeline.stages].sort((one, other) => one.displayOrder - other.displayOrder);
  const steps = stages.map(({ id, label, metadata }) => ({
    label,
    current: id === deal.properties.dealstage,
    tone: metadata.isClosed === 'true' ? (Number(metadata.probability) === 1 ? 'good' : 'bad') : 'busy',
    choose: () => changeDeal(deal.id, { pipeline: pipeline.id, dealstage: id }),
  }));
  return stepper(`Stage in ${pipeline.label}`, steps);
}

function documentsCard(deal, documents, templates) {
  const choice = h(
    'select',
    { 'data-keep': 'template', 'data-key': 'template', 'aria-label': 'Template' },
    templates.map(({ id, name }) => h('option', { value: id, text: name })),
  );
  const create = actionButton(
    'Create document',
    async () => {
      const made = await control('POST', '/play/documents', { deal_id: deal.id, template_id: choice.value });
      toast(`${made.name} was created.`);
      location.hash = `#/documents/${made.document_id}`;
    },
    { class: 'primary' },
  );
  const rows = documents.map((document) =>
    h(
      'li',
      {},
      h('a', { href: `#/documents/${document.id}`, text: document.name }),
      h('span', { class: `badge ${statusTone(document.status)}`, text: statusWord(document.status) }),
    ),
  );
  return card(
    'Documents',
    rows.length > 0 ? h('ul', { class: 'rows' }, rows) : h('p', { class: 'hint', text: 'No document is linked yet.' }),
    h('div', { class: 'bar' }, choice, create),
  );
}

function itemsCard(deal, items, products, currency) {
  const own = items[0]?.own ?? [];
  const shown = own.filter(({ name }) => items.some(({ properties }) => properties[name]));
  const rows = items.map(itemRow);
  const choice = h(
    'select',
    { 'data-keep': 'product', 'data-key': 'product', 'aria-label': 'Product to add' },
    products.map(({ id, properties }) => h('option', { value: id, text: `${properties.name} (${properties.hs_sku})` })),
  );
  const add = actionButton('Add product', () => addItem(deal.id, { hs_product_id: choice.value, quantity: '1' }));
  const blank = actionButton('Add blank line', () =>
    addItem(deal.id, { name: 'New line', price: '100', quantity: '1' }),
  );
  return card(
    'Line items',
    items.length > 0
      ? table(
          'Line items',
          ['Name', 'SKU', 'Price', 'Quantity', 'Discount', ...shown.map(({ label }) => label), 'Amount', ''],
          rows,
        )
      : h('p', { class: 'hint', text: 'The deal has no line items.' }),
    h('div', { class: 'bar' }, choice, add, blank),
  );

  function itemRow(item) {
    const { properties } = item;
    const cell = (name, label, width) =>
      cellInput(
        `${label} of ${properties.name}`,
        properties[name],
        (value) => changeItem(item.id, { [name]: value }),
        width,
      );
    return [
      cell('name', 'Name', 'wide'),
      cell('hs_sku', 'SKU'),
      cell('price', 'Price', 'number'),
      cell('quantity', 'Quantity', 'number'),
      discountCell(item),
      ...shown.map(({ name, label }) => cell(name, label)),
      h('span', { class: 'figure', text: money(properties.amount, currency) }),
      actionButton('✕', () => removeItem(item.id), {
        key: `remove ${item.id}`,
        class: 'quiet',
        attributes: { 'aria-label': `Remove ${properties.name}` },
      }),
    ];
  }
}

/** "10%" is per cent, "5" an amount off each unit, as HubSpot has it. */
function discountCell({ id, properties }) {
  const percent = Number(properties.hs_discount_percentage ?? 0);
  const shown = percent === 0 ? (properties.discount ?? '') : `${properties.hs_discount_percentage}%`;
  const save = (value) =>
    changeItem(id, {
      hs_discount_percentage: value.endsWith('%') ? value.slice(0, -1).trim() : '',
      discount: value.endsWith('%') ? '' : value,
    });
  return cellInput(
    `Discount of ${properties.name}: per cent such as 10%, or an amount off each unit`,
    shown,
    save,
    'number',
  );
}

function notesCard(notes) {
  const rows = notes.toReversed().map(({ id, properties, files }) =>
    h(
      'li',
      { class: 'note' },
      h('p', { class: 'when', text: day(properties.hs_timestamp) }),
      h('p', { text: plainText(properties.hs_note_body) }),
      files.map((file) => fileButton(file, id)),
    ),
  );
  return card(
    'Notes and attachments',
    rows.length > 0 ? h('ul', { class: 'rows' }, rows) : h('p', { class: 'hint', text: 'Nothing was attached yet.' }),
  );
}

function fileButton(file, noteId) {
  const name = file.extension ? `${file.name}.${file.extension}` : file.name;
  const open = h('button', {
    type: 'button',
    class: 'file',
    disabled: file.gone,
    'data-key': `file ${noteId} ${file.id}`,
    text: file.gone ? `${name} (deleted)` : `${name}, ${Math.ceil(file.size / 1024)} kB`,
  });
  open.addEventListener('click', () => {
    void attempt(async () => {
      window.open(await fileLink(file.id), '_blank', 'noopener');
    });
  });
  return open;
}

function companyCard(company) {
  if (!company) return card('Primary company', h('p', { class: 'hint', text: 'The deal has no primary company.' }));
  const known = Object.entries(company.properties).filter(([name, value]) => value && company.labels[name]);
  return card('Primary company', facts(known.map(([name, value]) => [company.labels[name], value])));
}

function contactsCard(contacts) {
  if (contacts.length === 0) return card('Contacts', h('p', { class: 'hint', text: 'The deal has no contacts.' }));
  const rows = contacts.map(({ properties: { firstname, lastname, email, jobtitle } }) => [
    `${firstname ?? ''} ${lastname ?? ''}`.trim(),
    [email, jobtitle].filter(Boolean).join(', '),
  ]);
  return card('Contacts', facts(rows));
}
