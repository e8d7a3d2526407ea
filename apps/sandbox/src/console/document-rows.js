import { control } from './api.js';
import { actionButton, attempt, h } from './dom.js';
import { card, cellInput, table } from './parts.js';

/** Pricing tables and quotes of a document, to be changed as their owner or as the customer would. */
export function blockCards(document) {
  const tables = document.tables.map((one) => tableCard(document, one));
  const quotes = document.quotes.map((one, index) => quoteCard(document, one, index));
  return [...tables, ...quotes];
}

function tableCard(document, block) {
  const shown = block.columns
    .filter((column) => column.kind === 'custom' && !column.hidden)
    .map(({ header }) => header);
  const rows = block.sections.flatMap((section) => section.rows.map((row) => tableRow(document, section, row, shown)));
  const hidden = block.columns
    .filter((column) => column.kind === 'custom' && column.hidden)
    .map(({ header }) => header);
  return card(
    block.name,
    rows.length > 0
      ? table(block.name, ['In', 'Name', 'SKU', 'Price', 'Qty', 'Discount', ...shown, ''], rows)
      : h('p', { class: 'hint', text: 'No rows yet.' }),
    h('div', { class: 'bar' }, addButton(document, block.id), columnNote(hidden), currencyNote(block, document)),
  );
}

function tableRow(document, section, row, shown) {
  return [
    inclusion(document, section, row),
    ...commonCells(document, row),
    ...shown.map((header) => columnCell(document, row, header)),
    removeButton(document, row),
  ];
}

/** Whether a row counts: the choice of an optional row, or of one row out of several. */
function inclusion(document, section, row) {
  if (section.multichoice_enabled) {
    return toggle(`Choose ${row.name}`, 'radio', row.multichoice_selected, row.id, () =>
      editRow(document, row, { multichoice_selected: true }),
    );
  }
  if (!row.optional) {
    return actionButton('always', () => editRow(document, row, { optional: true, optional_selected: true }), {
      class: 'quiet',
      key: `optional ${row.id}`,
      attributes: { title: 'Make it optional', 'aria-label': `${row.name} counts always: make it optional` },
    });
  }
  return toggle(`Take ${row.name}`, 'checkbox', row.optional_selected, row.id, (checked) =>
    editRow(document, row, { optional_selected: checked }),
  );
}

function quoteCard(document, quote, index) {
  const sections = quote.sections.map((section) => quoteSection(document, quote, section));
  const save = actionButton('Save in the quote builder', () =>
    control('POST', `/pandadoc/documents/${document.id}/quotes/${quote.id}/save`),
  );
  return card(
    index === 0 ? 'Quote' : `Quote ${index + 1}`,
    ...sections,
    h('div', { class: 'bar' }, save, currencyNote(quote, document)),
  );
}

function quoteSection(document, quote, section) {
  const shown = section.columns.filter((one) => one.kind === 'custom' && !one.hidden).map(({ header }) => header);
  const rows = section.items.map((item) => [
    toggle(`Take ${item.name}`, 'checkbox', item.selected, item.id, (selected) =>
      editRow(document, item, { selected }),
    ),
    ...commonCells(document, item),
    ...shown.map((header) => columnCell(document, item, header)),
    removeButton(document, item),
  ]);
  const choose = (selected) =>
    control('PATCH', `/pandadoc/documents/${document.id}/blocks/${quote.id}`, {
      selected_sections: { [section.id]: selected },
    });
  const title = section.optional
    ? h(
        'label',
        { class: 'check' },
        toggle(`Take section ${section.name}`, 'checkbox', section.selected, section.id, choose),
        section.name,
      )
    : section.name;
  return h(
    'section',
    { class: 'quote-section' },
    h('h3', {}, title),
    rows.length > 0
      ? table(section.name, ['In', 'Name', 'SKU', 'Price', 'Qty', 'Discount', ...shown, ''], rows)
      : h('p', { class: 'hint', text: 'No items yet.' }),
    h('div', { class: 'bar' }, addButton(document, quote.id, section.id, section.name)),
  );
}

function commonCells(document, row) {
  const cell = (name, label, kind) =>
    cellInput(`${label} of ${row.name}`, row[name], (value) => editRow(document, row, { [name]: value }), kind);
  return [
    cell('name', 'Name', 'wide'),
    cell('sku', 'SKU'),
    cell('price', 'Price', 'number'),
    cell('qty', 'Quantity', 'number'),
    discountCell(document, row),
  ];
}

/** "10%" is per cent, "5" an amount off the whole row. */
function discountCell(document, row) {
  const [first] = Object.values(row.discounts);
  const shown = first ? `${first.value}${first.type === 'percent' ? '%' : ''}` : '';
  const save = (text) => {
    const type = text.endsWith('%') ? 'percent' : 'absolute';
    const value = text.replace('%', '').trim();
    return editRow(document, row, { discount: value === '' ? null : { type, value } });
  };
  return cellInput(
    `Discount of ${row.name}: per cent such as 10%, or an amount off the whole row`,
    shown,
    save,
    'number',
  );
}

const columnCell = (document, row, header) =>
  cellInput(`${header} of ${row.name}`, row.custom_columns[header] ?? '', (value) =>
    editRow(document, row, { columns: { [header]: value } }),
  );

const editRow = (document, row, edit) => control('PATCH', `/pandadoc/documents/${document.id}/rows/${row.id}`, edit);

const removeButton = (document, row) =>
  actionButton('✕', () => control('DELETE', `/pandadoc/documents/${document.id}/rows/${row.id}`), {
    class: 'quiet',
    key: `remove ${row.id}`,
    attributes: { 'aria-label': `Remove ${row.name}` },
  });

const addButton = (document, block, section, name = '') =>
  actionButton(
    'Add row',
    () =>
      control('POST', `/pandadoc/documents/${document.id}/rows`, {
        block,
        section,
        name: 'New product',
        price: '100',
        qty: '1',
      }),
    { key: `add ${block} ${section ?? ''}`, attributes: { 'aria-label': name ? `Add row to ${name}` : 'Add row' } },
  );

function toggle(label, type, checked, id, change) {
  const box = h('input', {
    type,
    'aria-label': label,
    'data-key': `in ${id}`,
    name: type === 'radio' ? 'choice' : null,
  });
  box.checked = checked;
  box.addEventListener('change', () => {
    void attempt(() => change(box.checked));
  });
  return box;
}

const columnNote = (hidden) =>
  hidden.length > 0 && h('small', { class: 'hint', text: `Hidden columns: ${hidden.join(', ')}` });

const currencyNote = (block, document) =>
  h('small', { class: 'hint', text: `in ${block.currency ?? document.currency}` });
