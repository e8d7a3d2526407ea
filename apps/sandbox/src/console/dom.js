/**
 * An element with attributes and children. `on` holds listeners, `text` the text; attributes that are false, null or
 * undefined are left out. Text is never read as HTML.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === 'on') for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (name === 'text') element.textContent = value ?? '';
    else if (name === 'value') element.value = value ?? '';
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * Shows new content in a place, but not under a person's hands: while somebody types in it, it waits for the next
 * time. What had the focus has it again afterwards (by its `data-key`), open details stay open, and choices that are
 * not saved anywhere (`data-keep`) stay as they were. Says whether the content is shown.
 */
export function replaceContent(place, children) {
  const active = place.contains(document.activeElement) ? document.activeElement : null;
  if (active?.matches('input:not([type=checkbox], [type=radio]), textarea')) return false;
  const focused = active?.dataset.key;
  const open = new Set([...place.querySelectorAll('details[open]')].map((one) => one.dataset.key));
  const kept = new Map([...place.querySelectorAll('[data-keep]')].map((one) => [one.dataset.keep, one.value]));
  place.replaceChildren(...children);
  for (const one of place.querySelectorAll('details')) one.open = open.has(one.dataset.key);
  for (const one of place.querySelectorAll('[data-keep]')) one.value = kept.get(one.dataset.keep) ?? one.value;
  if (focused !== undefined) place.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  return true;
}

/** A place that is drawn anew only when its data changed. */
export function livePlace(place, draw) {
  let shown;
  return (data) => {
    const now = JSON.stringify(data);
    if (now === shown) return;
    if (replaceContent(place, [draw(data)].flat(Infinity))) shown = now;
  };
}

/** A message that goes away by itself; a failure stays longer. */
export function toast(text, kind = 'good') {
  const note = h('p', { class: `toast ${kind}`, text });
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), kind === 'bad' ? 9000 : 3500);
}

/** A button that is out of use while its work runs, and tells about a failure. */
export function actionButton(label, work, props = {}) {
  const button = h('button', {
    type: 'button',
    'data-key': props.key ?? label,
    ...props.attributes,
    class: props.class,
    disabled: props.disabled,
    text: label,
  });
  button.addEventListener('click', () => {
    button.disabled = true;
    void attempt(work).finally(() => {
      button.disabled = false;
    });
  });
  return button;
}

/** Does something for a person and shows what went wrong, if anything. Says whether it went well. */
export async function attempt(work) {
  try {
    await work();
    window.dispatchEvent(new Event('changed'));
    return true;
  } catch (error) {
    toast(error.message, 'bad');
    return false;
  }
}
