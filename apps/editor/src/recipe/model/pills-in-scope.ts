import { TEMPLATE_TRIGGER, type Recipe, type Setting, type Step } from '@tandem/recipes';
import { actionOf, triggerOf, type Connectors } from './connectors.js';
import { entryOf, outlineOf, type Entry } from './outline.js';
import { fieldAt, objectField, plainField, readField, type Field } from './schema-field.js';
import { innerLists } from './step-lists.js';

/** Where values come from, and what they are. `path` is what pills into it begin with. */
export interface Source {
  kind: 'trigger' | 'settings' | 'step' | 'run' | 'event';
  path: string;
  /** Of a step. */
  entry?: Entry;
  field: Field;
  /** It may be empty: the step runs only on some ways through, or is skipped. */
  isUncertain?: true;
}

/** A place in the recipe where a value stands: the trigger's condition, a step, or behind them all. */
export type Here = 'trigger' | 'end' | { step: string; slot?: string };

/** What recipes that can be called give back, by their keys. */
export type Outputs = ReadonlyMap<string, readonly string[]>;

/** What the steps of this Tandem can be, and what they give. */
interface Known {
  connectors: Connectors;
  outputs: Outputs;
}

/** What a value at this place can refer to: nearest steps first, then the trigger, the settings and the run. */
export function sourcesAt(
  recipe: Recipe,
  here: Here,
  connectors: Connectors,
  outputs: Outputs = new Map<string, string[]>(),
): Source[] {
  const trigger: Source = { kind: 'trigger', path: 'trigger', field: triggerField(recipe, connectors) };
  const settings: Source = { kind: 'settings', path: 'settings', field: settingsField(recipe.settings) };
  const hasSettings = recipe.settings.length > 0 ? [settings] : [];
  if (here === 'trigger') return [trigger, ...hasSettings];
  const run = objectField({ id: plainField('text'), started_at: { ...plainField('text'), format: 'date-time' } });
  const sources: Source[] = [trigger, ...hasSettings, { kind: 'run', path: 'run', field: run }];
  return [...stepsBefore(recipe, here, { connectors, outputs }, sources).reverse(), ...sources];
}

/** What `trigger` is; recipes for templates know the document whatever woke them. */
function triggerField(recipe: Recipe, connectors: Connectors): Field {
  const { trigger } = recipe;
  if (trigger.kind === 'call') {
    return objectField(
      Object.fromEntries(Object.entries(trigger.input).map(([key, input]) => [key, plainField(input.type)])),
    );
  }
  const data = readField(triggerOf(connectors, trigger.connector, trigger.trigger)?.data);
  if (recipe.offer !== 'template') return data;
  const missing = TEMPLATE_TRIGGER.filter((key) => !data.members.has(key));
  const more = missing.map((key) => [key, { ...plainField('text'), required: true }] as const);
  return { ...data, type: 'object', members: new Map([...data.members, ...more]) };
}

const settingsField = (settings: readonly Setting[]): Field =>
  objectField(Object.fromEntries(settings.map((setting) => [setting.key, settingField(setting)])));

function settingField(setting: Setting): Field {
  switch (setting.type) {
    case 'text':
    case 'choice':
      return plainField('text', setting.title);
    case 'number':
      return plainField('number', setting.title);
    case 'switch':
      return plainField('boolean', setting.title);
    case 'choices':
      return { ...plainField('list', setting.title), element: plainField('text') };
    case 'mapping':
      return { ...plainField('object', setting.title), element: plainField('text') };
  }
}

/** The steps that have run when this place is reached, in the order of the recipe. */
function stepsBefore(recipe: Recipe, here: Exclude<Here, 'trigger'>, known: Known, roots: Source[]): Source[] {
  const holders = here === 'end' ? new Map<string, string>() : holdersOf(recipe, here);
  const last = here !== 'end' && here.slot === undefined ? here.step : undefined;
  if (!holders) return [];
  const found: Source[] = [];
  for (const entry of outlineOf(recipe)) {
    if (entry.step.id === last) break;
    const isSeen = standsBefore(entry, holders, recipe);
    if (isSeen === 'no') continue;
    const isInside = holders.has(entry.step.id);
    const field = stepField(entry.step, isInside, [...roots, ...found], known, holders.get(entry.step.id));
    if (!field) continue;
    const isUncertain = isSeen === 'maybe' || entry.step.skip === true;
    found.push({ kind: 'step', path: `steps.${entry.step.id}`, entry, field, ...(isUncertain && { isUncertain }) });
  }
  return found;
}

/** A step and all that hold it, with the list of each that leads to it. Undefined for a step that is not there. */
function holdersOf(
  recipe: Recipe,
  { step, slot }: Exclude<Here, string>,
): ReadonlyMap<string, string | undefined> | undefined {
  const target = entryOf(recipe, step);
  if (!target) return undefined;
  const holders = new Map<string, string | undefined>([[step, slot]]);
  for (let entry = target; entry.place.holder !== null;) {
    const holder = entryOf(recipe, entry.place.holder);
    if (!holder) break;
    holders.set(holder.step.id, entry.place.slot);
    entry = holder;
  }
  return holders;
}

/** Whether a step has run: it holds the place, or stands before it where nothing but an `if` or `try` is between. */
function standsBefore(
  entry: Entry,
  holders: ReadonlyMap<string, string | undefined>,
  recipe: Recipe,
): 'yes' | 'maybe' | 'no' {
  if (holders.has(entry.step.id)) return holders.get(entry.step.id) === undefined ? 'no' : 'yes';
  let certain: 'yes' | 'maybe' = 'yes';
  for (let at: Entry = entry; ;) {
    const { holder, slot } = at.place;
    if (holder === null) return isAhead(at, recipe, holders) ? certain : 'no';
    const around = entryOf(recipe, holder);
    if (!around) return 'no';
    if (holders.has(holder) && holders.get(holder) === slot) return isAhead(at, recipe, holders) ? certain : 'no';
    // Out of a loop nothing is seen; of another branch neither, while inside the same `if`.
    if (around.step.kind === 'forEach') return 'no';
    certain = 'maybe';
    if (holders.has(holder)) {
      return around.step.kind === 'try' && slot === 'steps' && holders.get(holder) === 'onError' ? certain : 'no';
    }
    at = around;
  }
}

/** Before the place, in the list that leads to it. */
function isAhead(entry: Entry, recipe: Recipe, holders: ReadonlyMap<string, string | undefined>): boolean {
  const { holder, slot } = entry.place;
  const list = holder === null ? recipe.steps : listOf(recipe, holder, slot);
  const onTheWay = list.findIndex((step) => holders.has(step.id));
  return onTheWay === -1 || entry.place.index < onTheWay;
}

function listOf(recipe: Recipe, holder: string, slot: string): Step[] {
  const entry = entryOf(recipe, holder);
  return (entry && innerLists(entry.step).find((list) => list.slot === slot)?.steps) ?? [];
}

const errorField = (): Field =>
  objectField({ step: plainField('text'), class: plainField('text'), message: plainField('text') });

/** Schemas come from the server once and stay; so does what is read from them. */
const outputs = new WeakMap<object, Field>();

function outputOf(schema: object): Field {
  const before = outputs.get(schema);
  if (before) return before;
  const field = readField(schema);
  outputs.set(schema, field);
  return field;
}

/** What `steps.<id>` is; undefined for steps that leave nothing. */
function stepField(
  step: Step,
  isInside: boolean,
  before: Source[],
  { connectors, outputs }: Known,
  slot: string | undefined,
): Field | undefined {
  switch (step.kind) {
    case 'action': {
      const action = actionOf(connectors, step.connector, step.action);
      return action ? outputOf(action.output) : plainField('any');
    }
    case 'forEach':
      return isInside
        ? objectField({ item: itemField(step.items, before), index: plainField('number') })
        : objectField({ count: plainField('number') });
    case 'try':
      return isInside && slot !== 'onError'
        ? undefined
        : objectField({ error: { ...errorField(), nullable: !isInside } });
    case 'wait':
      return objectField({ event: waitedField(step, connectors), timed_out: plainField('boolean') });
    case 'call': {
      const keys = outputs.get(step.recipe);
      return keys ? objectField(Object.fromEntries(keys.map((key) => [key, plainField('any')]))) : plainField('any');
    }
    case 'if':
    case 'stop':
      return undefined;
  }
}

function waitedField(step: Extract<Step, { kind: 'wait' }>, connectors: Connectors): Field {
  if (step.for.kind !== 'event') return plainField('any');
  return { ...readField(triggerOf(connectors, step.for.connector, step.for.trigger)?.data), nullable: true };
}

/** What a loop's item is: an element of the list that the loop reads, also through `filter`. */
function itemField(items: unknown, known: Source[]): Field {
  const path = pathIn(items);
  const field = path === undefined ? undefined : fieldOfPath(path, known);
  return field?.element ?? plainField('any');
}

function pathIn(items: unknown): string | undefined {
  if (typeof items !== 'object' || items === null) return undefined;
  const { var: path, filter: filtered } = items as { var?: unknown; filter?: unknown }; // any JSON
  if (Array.isArray(filtered)) return pathIn(filtered[0]);
  const first: unknown = Array.isArray(path) ? path[0] : path;
  return typeof first === 'string' ? first : undefined;
}

/** What a dotted path leads to, and from where; undefined where that is not known. */
export function fieldOfPath(path: string, sources: readonly Source[]): (Field & { source: Source }) | undefined {
  const source = sources
    .filter((candidate) => path === candidate.path || path.startsWith(`${candidate.path}.`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (!source) return undefined;
  const field = fieldAt(source.field, path.slice(source.path.length).split('.').filter(Boolean));
  return field && { ...field, source };
}
