import { attempt, h } from './dom.js';

/** A titled box. */
export function card(title, ...content) {
  return h('section', { class: 'card' }, h('h2', { text: title }), ...content);
}

/** Names and values, in pairs. */
export function facts(pairs) {
  return h(
    'dl',
    { class: 'facts' },
    pairs.flatMap(([name, value]) => [h('dt', { text: name }), h('dd', { text: value })]),
  );
}

/** Steps in a row, one of them the present one; a step with `choose` is a button that goes there. */
export function stepper(label, steps) {
  const at = steps.findIndex(({ current }) => current);
  const items = steps.map(({ label: text, current, tone, choose }, index) => {
    const state = current ? `now ${tone}` : index < at ? 'past' : 'ahead';
    const inner = choose
      ? h('button', { type: 'button', 'data-key': `step ${text}`, text, on: { click: () => void attempt(choose) } })
      : h('span', { text });
    return h('li', { class: state, 'aria-current': current ? 'step' : null }, inner);
  });
  return h('ol', { class: 'stepper', 'aria-label': label }, items);
}

/** A table that scrolls inside its box when it is too wide. */
export function table(label, heads, rows) {
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': label },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map((head) => (head === '' ? h('td') : h('th', { scope: 'col', text: head }))),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((cells) =>
          h(
            'tr',
            {},
            cells.map((cell) => h('td', {}, cell)),
          ),
        ),
      ),
    ),
  );
}

/** A field in a table that saves when it is left, or on Enter; Escape takes the change back. */
export function cellInput(label, value, save, kind = '') {
  const input = h('input', {
    class: `cell ${kind}`,
    'aria-label': label,
    'data-key': label,
    inputmode: kind === 'number' ? 'decimal' : null,
    value,
  });
  return saving(input, save);
}

/** Makes a field save by itself; what is refused is taken back. */
export function saving(field, save) {
  let kept = field.value;
  field.addEventListener('change', () => {
    if (field.value === kept) return;
    const before = kept;
    kept = field.value;
    void attempt(() => save(field.value)).then((saved) => {
      if (!saved) kept = field.value = before;
    });
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && field.tagName === 'INPUT') field.blur();
    if (event.key === 'Escape') {
      field.value = kept;
      field.blur();
    }
  });
  return field;
}

/** A label above its field. */
export function labelled(text, field, hint) {
  return h('label', { class: 'labelled' }, h('span', { text }), field, hint && h('small', { text: hint }));
}
