import { h } from './dom.js';
import { labelled, saving } from './parts.js';

const FIRST = ['amount', 'deal_currency_code', 'closedate', 'dealtype', 'hubspot_owner_id', 'description'];

/** The properties of a deal that a person would look at: the usual ones and the portal's own, each saving by itself. */
export function propertyForm(definitions, properties, save) {
  const byName = new Map(definitions.map((one) => [one.name, one]));
  const own = definitions.filter((one) => !one.hubspotDefined && !one.hidden && !one.archived);
  const shown = [...FIRST.flatMap((name) => byName.get(name) ?? []), ...own];
  return h(
    'form',
    { class: 'properties', on: { submit: (event) => event.preventDefault() } },
    shown.map((one) => labelled(one.label, fieldFor(one, properties[one.name] ?? '', save), one.name)),
  );
}

function fieldFor(definition, value, save) {
  const readOnly = definition.calculated || definition.modificationMetadata?.readOnlyValue === true;
  const saveOne = (text) => save({ [definition.name]: text });
  const key = { 'data-key': `property ${definition.name}` };
  if (readOnly) return h('input', { value, readonly: true });
  if (definition.options.length > 0 && definition.fieldType !== 'checkbox')
    return choice(definition, value, saveOne, key);
  if (definition.type === 'date') return saving(h('input', { type: 'date', value, ...key }), saveOne);
  if (definition.fieldType === 'textarea') return saving(h('textarea', { rows: '2', value, ...key }), saveOne);
  return saving(h('input', { value, inputmode: definition.type === 'number' ? 'decimal' : null, ...key }), saveOne);
}

function choice({ options }, value, save, key) {
  const known = options.some((option) => option.value === value);
  const select = h(
    'select',
    key,
    h('option', { value: '', text: '–' }),
    options.map((option) => h('option', { value: option.value, text: option.label })),
    !known && value !== '' && h('option', { value, text: `${value} (not an option)` }),
  );
  select.value = value;
  return saving(select, save);
}
