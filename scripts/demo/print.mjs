const isTerminal = process.stdout.isTTY === true;
const paint = (code, text) => (isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text);

export const heading = (text) => console.log(`\n${paint('1', text)}`);
export const line = (text) => console.log(`  ${text}`);
export const said = (text) => console.log(`  ${paint('36', `${text}:`)}`);

/** Prints what differs, before → after, and gives `after`. Lists are compared by their members' ids. */
export function differences(before, after) {
  for (const key of Object.keys(after)) {
    if (Array.isArray(after[key])) printList(key, before[key], after[key]);
    else if (isObject(after[key])) printMembers(before[key] ?? {}, after[key], '');
    else printChange(key, before[key], after[key]);
  }
  return after;
}

function printList(name, before, after) {
  const singular = name.replace(/s$/, '');
  for (const old of before) if (!after.some(({ id }) => id === old.id)) line(`  − ${singular} ${describe(old)}`);
  for (const item of after) {
    const old = before.find(({ id }) => id === item.id);
    if (old) printMembers(old, item, `${item.name ?? singular}: `);
    else line(`  + ${singular} ${describe(item)}`);
  }
}

function printMembers(before, after, prefix) {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
    printChange(prefix + key, before[key], after[key]);
}

function printChange(name, before, after) {
  if ((before ?? null) === (after ?? null)) return;
  line(`  ${name.padEnd(38)} ${shown(before)} → ${paint('32', shown(after))}`);
}

const shown = (value) => (value === undefined || value === null || value === '' ? '(empty)' : String(value));
const isObject = (value) => typeof value === 'object' && value !== null;
const describe = (item) =>
  Object.entries(item)
    .filter(([key]) => key !== 'id')
    .map(([, value]) => value)
    .join(' · ');
