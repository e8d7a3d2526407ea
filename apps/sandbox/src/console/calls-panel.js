import { control } from './api.js';
import { actionButton, h } from './dom.js';
import { clock } from './words.js';

const SHOWN = 80;

export const loadCalls = async () => (await control('GET', `/requests?full=1&limit=${SHOWN}`)).requests.toReversed();

/** The latest calls of both APIs, the newest first; each opens to show what was sent and answered. */
export function drawCalls(calls) {
  const clear = actionButton('Clear', () => control('DELETE', '/requests'), { class: 'quiet' });
  const head = h(
    'div',
    { class: 'bar between' },
    h('p', { class: 'hint', text: calls.length > 0 ? 'Newest first, without your own' : '' }),
    calls.length > 0 && clear,
  );
  if (calls.length > 0) return [head, h('ul', { class: 'log' }, calls.map(drawCall))];
  return [
    h('p', { class: 'empty', text: 'Nobody has called the APIs yet. Connect a program and its calls appear here.' }),
  ];
}

function drawCall(call) {
  return h(
    'li',
    {},
    h(
      'details',
      { 'data-key': `call ${call.id}` },
      h(
        'summary',
        {},
        h('span', { class: `code ${tone(call.status)}`, text: call.status ?? 'cut' }),
        h('span', { class: 'line' }, h('b', { text: call.method }), ` ${call.path}`),
        h('small', { text: `${call.api} · ${clock(call.at)} · ${call.ms} ms` }),
        call.fault && h('span', { class: 'badge bad', text: call.fault }),
      ),
      Object.keys(call.query).length > 0 && block('Query', call.query),
      call.requestBody !== null && block('Sent', call.requestBody),
      call.responseBody !== null && block('Answered', call.responseBody),
    ),
  );
}

const block = (title, body) => [
  h('p', { class: 'part', text: title }),
  h('pre', { tabindex: '0', text: typeof body === 'string' ? body : JSON.stringify(body, null, 2) }),
];

function tone(status) {
  if (status === null || status >= 500) return 'bad';
  return status >= 400 ? 'warn' : 'good';
}
