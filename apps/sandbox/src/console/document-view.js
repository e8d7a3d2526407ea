import { control, pandadoc, pandadocUrl } from './api.js';
import { blockCards } from './document-rows.js';
import { actionButton, attempt, h } from './dom.js';
import { card, cellInput, facts, saving, stepper, table } from './parts.js';
import { day, money, statusTone, statusWord } from './words.js';

export const loadDocument = (id) => control('GET', `/pandadoc/documents/${id}`);

/** One document from both sides: the sender's and the customer's. */
export function drawDocument(document) {
  const { amount, currency } = document.grand_total;
  return [
    h(
      'header',
      { class: 'head' },
      h(
        'div',
        {},
        h('p', { class: 'kind', text: `PandaDoc document from “${document.template.name}”` }),
        h('h1', { text: document.name }),
      ),
      h('p', { class: 'sum', text: money(amount, currency) }),
    ),
    drawJourney(document),
    drawActions(document),
    blockCards(document),
    fieldsCard(document),
    h(
      'div',
      { class: 'pair' },
      tokensCard(document),
      h('div', { class: 'stack' }, recipientsCard(document), aboutCard(document)),
    ),
  ];
}

/** The way of a document, with a bad end in the place of the good one. */
function drawJourney({ status, payment_required: paid }) {
  const good = ['document.draft', 'document.sent', 'document.viewed', 'document.completed'];
  const way = paid || ['document.waiting_pay', 'document.paid'].includes(status) ? withPayment(good) : good;
  const shown = way.includes(status) ? way : [...way.slice(0, -1), status];
  const steps = shown.map((one) => ({ label: statusWord(one), current: one === status, tone: statusTone(one) }));
  return stepper('Status', steps);
}

const withPayment = (way) => [...way, 'document.waiting_pay', 'document.paid'];

function drawActions(document) {
  const { id, possible_acts: possible, recipients } = document;
  const customer = recipients.find((one) => one.recipient_type === 'signer');
  const open = recipients.filter((one) => one.recipient_type === 'signer' && !one.has_completed);
  const act = (what, label, body = {}, kind = '') =>
    actionButton(label, () => control('POST', `/pandadoc/documents/${id}/${what}`, body), {
      class: kind,
      key: `${what} ${body.recipient_id ?? ''}`,
      disabled: !possible.includes(what),
    });
  const others = open.filter((one) => one !== customer);
  return h(
    'div',
    { class: 'actions' },
    h(
      'div',
      { class: 'bar', role: 'group', 'aria-label': 'As the sender' },
      h('span', { class: 'who', text: 'Sender' }),
      act('send', 'Send', {}, 'primary'),
      act('draft', 'Back to draft'),
      act('expire', 'Expire'),
      others.map((one) => act('sign', `Sign as ${one.role || one.email}`, { recipient_id: one.id })),
      possible.includes('approve') && act('approve', 'Approve'),
      possible.includes('reject') && act('reject', 'Reject'),
    ),
    h(
      'div',
      { class: 'bar', role: 'group', 'aria-label': 'As the customer' },
      h('span', { class: 'who', text: 'Customer' }),
      act('view', 'View as customer'),
      customer && !customer.has_completed && act('sign', 'Sign as customer', { recipient_id: customer.id }, 'primary'),
      customer?.has_completed && h('span', { class: 'badge good', text: `${customer.role || 'Customer'} has signed` }),
      act('decline', 'Decline'),
      act('pay', 'Pay'),
    ),
  );
}

/** Open for filling until the customer is done with the document. */
const FILLABLE = ['document.draft', 'document.sent', 'document.viewed'];

function fieldsCard({ id, status, fields, recipients }) {
  const roleOf = (field) => recipients.find((one) => one.id === field.recipient_id)?.role ?? field.role ?? 'nobody';
  const rows = fields.map((field) => [
    h('span', { text: field.title || field.name || field.field_id }),
    h('span', { class: 'mono', text: field.merge_field ?? '–' }),
    h('span', { text: roleOf(field) }),
    fieldInput(field, (value) => control('PATCH', `/pandadoc/documents/${id}/fields`, { [field.uuid]: value })),
  ]);
  if (!FILLABLE.includes(status)) for (const [, , , input] of rows) input.disabled = true;
  return card(
    'Fields',
    fields.length > 0
      ? table('Fields', ['Field', 'Merge field', 'Filled by', 'Value'], rows)
      : h('p', { class: 'hint', text: 'The template has no fields.' }),
  );
}

function fieldInput(field, save) {
  const label = `Value of ${field.title || field.name || field.field_id}`;
  const value = field.value;
  switch (field.type) {
    case 'text':
      return cellInput(label, value ?? '', save, 'wide');
    case 'date': {
      const input = h('input', {
        type: 'date',
        class: 'cell',
        'aria-label': label,
        'data-key': `field ${field.uuid}`,
        value: String(value ?? '').slice(0, 10),
      });
      return saving(input, (text) => save(text === '' ? null : `${text}T00:00:00.000000Z`));
    }
    case 'checkbox': {
      const box = h('input', { type: 'checkbox', 'aria-label': label, 'data-key': `field ${field.uuid}` });
      box.checked = value === true;
      box.addEventListener('change', () => void attempt(() => save(box.checked)));
      return box;
    }
    case 'dropdown':
    case 'radio_buttons': {
      const options = ['', ...field.options].map((text) => h('option', { value: text, text: text || '–' }));
      const select = h('select', { class: 'cell', 'aria-label': label, 'data-key': `field ${field.uuid}` }, options);
      select.value = value ?? '';
      return saving(select, save);
    }
    default:
      return h('span', { class: 'hint', text: field.filled ? 'done' : 'with signing' });
  }
}

function recipientsCard({ recipients }) {
  const rows = recipients.map((one) =>
    h(
      'li',
      {},
      h('span', {}, `${one.first_name} ${one.last_name} `, h('small', { text: one.email ?? one.phone })),
      h('span', {
        class: `badge ${one.has_completed ? 'good' : 'calm'}`,
        text: one.has_completed ? 'signed' : one.role || 'CC',
      }),
    ),
  );
  return card('Recipients', h('ul', { class: 'rows' }, rows));
}

function tokensCard({ id, tokens, status }) {
  const editable = status === 'document.draft';
  const save = (name, value) => pandadoc('PATCH', `/public/v1/documents/${id}`, { tokens: [{ name, value }] });
  const rows = tokens.map(({ name, value }) => [
    h('span', { class: 'mono', text: name }),
    editable && !name.startsWith('Document.')
      ? cellInput(`Value of ${name}`, value, (text) => save(name, text), 'wide')
      : h('span', { text: value || '–' }),
  ]);
  return card('Variables', table('Variables', ['Name', 'Value'], rows));
}

function aboutCard(document) {
  const deal = document.linked_objects.find((one) => one.provider === 'hubspot' && one.entity_type === 'deal');
  const pdf = pandadocUrl(`/public/v1/documents/${document.id}/download`);
  return card(
    'About',
    facts([
      ['Id', document.id],
      ['Reference', document.ref_number],
      ['Created', day(document.date_created)],
      ['Sent', day(document.date_sent)],
      ['Completed', day(document.date_completed)],
    ]),
    h(
      'div',
      { class: 'bar' },
      deal && h('a', { class: 'button', href: `#/deals/${deal.entity_id}`, text: `Open deal ${deal.entity_id}` }),
      h('a', { class: 'button', href: pdf, target: '_blank', rel: 'noopener', text: 'Open the PDF' }),
    ),
  );
}
