import { control } from './api.js';
import { actionButton, h, toast } from './dom.js';
import { clock } from './words.js';

const SHOWN = 60;

export async function loadWebhooks() {
  const { deliveries, subscriptions, waiting } = await control('GET', '/pandadoc/webhooks');
  return { deliveries: deliveries.slice(0, SHOWN), subscriptions, waiting };
}

/** Who hears of events, and what became of each delivery. */
export function drawWebhooks({ deliveries, subscriptions, waiting }) {
  return [
    h('h3', { text: 'Subscriptions' }),
    subscriptions.length > 0
      ? h('ul', { class: 'rows' }, subscriptions.map(drawSubscription))
      : h('p', { class: 'empty', text: 'Nobody listens to PandaDoc yet.' }),
    h('h3', { text: 'Deliveries' }),
    waiting > 0 && h('p', { class: 'hint', text: `${waiting} events are waiting to leave.` }),
    deliveries.length > 0
      ? h('ul', { class: 'log' }, deliveries.map(drawDelivery))
      : h('p', { class: 'empty', text: 'Nothing was sent yet.' }),
  ].filter(Boolean);
}

function drawSubscription({ name, url, status, triggers }) {
  return h(
    'li',
    {},
    h('span', {}, `${name} `, h('small', { class: 'mono', text: url }), h('small', { text: triggers.join(', ') })),
    h('span', { class: `badge ${status === 'ACTIVE' ? 'good' : 'bad'}`, text: status.toLowerCase() }),
  );
}

function drawDelivery(delivery) {
  const { error } = delivery;
  const code = delivery.http_status_code ?? (error ? 'lost' : '…');
  const good = delivery.http_status_code !== null && delivery.http_status_code < 300;
  const again = actionButton(
    'Send again',
    async () => {
      await control('POST', `/pandadoc/webhooks/${delivery.uuid}/redeliver`);
      toast('It is on its way again, with the same event id.');
    },
    { class: 'quiet', key: `again ${delivery.uuid}` },
  );
  return h(
    'li',
    {},
    h(
      'details',
      { 'data-key': `delivery ${delivery.uuid}` },
      h(
        'summary',
        {},
        h('span', { class: `code ${good ? 'good' : code === '…' ? '' : 'bad'}`, text: code }),
        h('span', { class: 'line' }, h('b', { text: delivery.type })),
        h('small', {
          text: `${error ? `${error.toLowerCase().replaceAll('_', ' ')} · ` : ''}${clock(delivery.delivery_time)} · ${delivery.attempts} ${delivery.attempts === 1 ? 'attempt' : 'attempts'}`,
        }),
      ),
      h('p', { class: 'bar' }, again),
      h('p', { class: 'part', text: 'Sent' }),
      h('pre', { tabindex: '0', text: readable(delivery.request_body) }),
      delivery.response_body && h('p', { class: 'part', text: 'Answered' }),
      delivery.response_body && h('pre', { tabindex: '0', text: delivery.response_body }),
    ),
  );
}

function readable(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
