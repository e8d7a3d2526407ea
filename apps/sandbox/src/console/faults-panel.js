import { control } from './api.js';
import { actionButton, attempt, h } from './dom.js';
import { labelled, saving } from './parts.js';

export const loadFaults = async () => (await control('GET', '/faults')).faults;

/** What goes wrong at the moment. */
export function drawFaults(faults) {
  if (faults.length === 0) return [h('p', { class: 'empty', text: 'Both APIs behave.' })];
  const clear = actionButton('Clear all', () => control('DELETE', '/faults'), { class: 'quiet' });
  return [h('ul', { class: 'rows' }, faults.map(drawFault)), clear];
}

/** The forms that switch faults on, and the switches on the way of webhooks. Drawn once. */
export async function faultForms() {
  const presets = await control('GET', '/faults/presets');
  const { switches } = await control('GET', '/pandadoc/webhooks');
  return [
    h('h3', { text: 'Spoil calls' }),
    faultForm(presets),
    h('h3', { text: 'Spoil webhooks' }),
    webhookForm(switches),
  ];
}

function drawFault({ id, api, method, path, times, hits, effect }) {
  const where = [method, path].filter(Boolean).join(' ') || 'every call';
  const what = { latency: `${effect.ms} ms late`, preset: effect.name, answer: `answer ${effect.status}` }[effect.kind];
  return h(
    'li',
    {},
    h(
      'span',
      {},
      h('b', { text: what ?? effect.kind.replace('_', ' ') }),
      ` for ${api}, `,
      h('span', { class: 'mono', text: where }),
      h('small', { text: `${hits}${times ? ` of ${times}` : ''} hits` }),
    ),
    actionButton('Remove', () => control('DELETE', `/faults/${id}`), { class: 'quiet', key: `fault ${id}` }),
  );
}

function faultForm(presets) {
  const api = h(
    'select',
    { name: 'api' },
    ['pandadoc', 'hubspot'].map((name) =>
      h('option', { value: name, text: name === 'hubspot' ? 'HubSpot' : 'PandaDoc' }),
    ),
  );
  const effect = h('select', { name: 'effect' });
  const ms = h('input', { name: 'ms', type: 'number', min: '0', max: '600000', value: '2000' });
  const times = h('input', { name: 'times', type: 'number', min: '1', placeholder: 'always' });
  const method = h(
    'select',
    { name: 'method' },
    ['', 'GET', 'POST', 'PATCH', 'PUT', 'DELETE'].map((name) => h('option', { value: name, text: name || 'any' })),
  );
  const path = h('input', { name: 'path', placeholder: 'any, or a pattern such as /send$' });
  const late = labelled('Milliseconds', ms);
  const offer = () => {
    const names = presets[api.value].map((name) =>
      h('option', { value: `preset ${name}`, text: `answer ${name.replaceAll('_', ' ')}` }),
    );
    effect.replaceChildren(
      h('option', { value: 'drop_after', text: 'drop the answer after the write' }),
      h('option', { value: 'drop_before', text: 'drop the call before the write' }),
      h('option', { value: 'latency', text: 'answer late' }),
      ...names,
    );
    showMs();
  };
  const showMs = () => {
    late.hidden = effect.value !== 'latency';
  };
  api.addEventListener('change', offer);
  effect.addEventListener('change', showMs);
  offer();
  const submit = (event) => {
    event.preventDefault();
    const [kind, name] = effect.value.split(' ');
    void attempt(() =>
      control('POST', '/faults', {
        api: api.value,
        ...(method.value && { method: method.value }),
        ...(path.value && { path: path.value }),
        ...(times.value && { times: Number(times.value) }),
        effect: { kind, ...(kind === 'latency' && { ms: Number(ms.value) }), ...(kind === 'preset' && { name }) },
      }),
    );
  };
  return h(
    'form',
    { class: 'form', on: { submit } },
    labelled('API', api),
    labelled('What happens', effect),
    late,
    h('div', { class: 'two' }, labelled('Method', method), labelled('How often', times)),
    labelled('Path', path),
    h('button', { class: 'primary', text: 'Switch on' }),
  );
}

function webhookForm(switches) {
  const patch = (change) => control('PATCH', '/pandadoc/webhooks', change);
  const number = (name, label, hint, min = '0') =>
    labelled(
      label,
      saving(h('input', { type: 'number', min, value: String(switches[name]) }), (text) =>
        patch({ [name]: Number(text) }),
      ),
      hint,
    );
  const box = (name, label) => {
    const input = h('input', { type: 'checkbox', 'data-key': `webhooks ${name}` });
    input.checked = switches[name] !== false && switches[name] !== 0;
    input.addEventListener('change', () => void attempt(() => patch({ [name]: input.checked })));
    return h('label', { class: 'check' }, input, label);
  };
  return h(
    'div',
    { class: 'form' },
    h('div', { class: 'two' }, number('duplicate', 'Extra copies'), number('delay_ms', 'Delay, ms')),
    number('batch', 'Events in one delivery', '', '1'),
    box('reorder', 'Put them out of order'),
    box('drop', 'Lose all of them'),
  );
}
