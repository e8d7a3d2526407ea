import { described } from '../expressions/coerce.js';
import { isForbiddenKey } from '../expressions/own-path.js';
import { isObject, type Json, type JsonObject } from '../json.js';
import { pointerTo } from '../pointer.js';
import { said } from '../said.js';
import type { Recipe } from '../schema/recipe.js';
import type { PickListSource, Setting } from '../schema/setting.js';
import { checkSize } from './check-size.js';
import { type Issue, Issues } from './issue.js';
import { nearest } from './nearest.js';

/**
 * Checks what a person has filled in for a recipe's settings, pointers being relative to the values.
 * Whether a choice still exists remotely is for the connector to say. Never throws.
 */
export function validateSettings(recipe: Pick<Recipe, 'settings'>, values: unknown): Issue[] {
  const unfit = checkSize(values);
  if (unfit) return [unfit];
  const given = values as Json; // checkSize has made sure of it
  const issues = new Issues();
  if (!isObject(given)) {
    issues.error('', said`The settings must be an object, not ${described(given)}`);
    return issues.found;
  }
  const keys = recipe.settings.map(({ key }) => key);
  for (const key of Object.keys(given)) {
    if (!keys.includes(key)) issues.error(pointerTo('', key), said`There is no setting "${key}"`, nearest(key, keys));
  }
  for (const setting of recipe.settings) {
    const pointer = pointerTo('', setting.key);
    const value = filledIn(given, setting) ?? defaultOf(setting) ?? null;
    if (isBlank(value)) {
      if (setting.required) issues.error(pointer, said`"${setting.title}" must be filled in`);
      if (value !== null) checkType(setting, value, pointer, issues);
    } else checkType(setting, value, pointer, issues);
  }
  return issues.found;
}

/** The settings as a run sees them: what was filled in, else the default, else the empty value of the type. */
export function settingsWithDefaults(recipe: Pick<Recipe, 'settings'>, values: JsonObject): JsonObject {
  return Object.fromEntries(
    recipe.settings.map((setting) => {
      return [setting.key, filledIn(values, setting) ?? defaultOf(setting) ?? emptyOf(setting)];
    }),
  );
}

/** The schema has checked its type; what is left is whether it is among the choices that are offered. */
export function checkDefault(setting: Setting, pointer: string, issues: Issues): void {
  const value = defaultOf(setting);
  if (value !== undefined) checkType(setting, value, pointer, issues);
}

const filledIn = (values: JsonObject, { key }: Setting): Json | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

const defaultOf = (setting: Setting): Json | undefined => setting.default;

/** Nobody has filled it in. */
export const isBlank = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

function emptyOf(setting: Setting): Json {
  switch (setting.type) {
    case 'text':
    case 'number':
    case 'choice':
      return null;
    case 'switch':
      return false;
    case 'choices':
      return [];
    case 'mapping':
      return {};
  }
}

function checkType(setting: Setting, value: Json, pointer: string, issues: Issues): void {
  switch (setting.type) {
    case 'text':
      if (typeof value !== 'string')
        issues.error(pointer, said`"${setting.title}" must be text, not ${described(value)}`);
      return;
    case 'number':
      if (typeof value !== 'number')
        issues.error(pointer, said`"${setting.title}" must be a number, not ${described(value)}`);
      return;
    case 'switch':
      if (typeof value !== 'boolean')
        issues.error(pointer, said`"${setting.title}" must be true or false, not ${described(value)}`);
      return;
    case 'choice':
      checkChoice(setting, value, setting.from, pointer, issues);
      return;
    case 'choices':
      checkChoices(setting, value, setting.from, pointer, issues);
      return;
    case 'mapping':
      checkMapping(setting, value, pointer, issues);
  }
}

function checkChoice(setting: Setting, value: Json, { only }: PickListSource, pointer: string, issues: Issues): void {
  if (typeof value !== 'string') {
    issues.error(pointer, said`"${setting.title}" must be a choice, written as text, not ${described(value)}`);
  } else if (only && !only.includes(value)) {
    issues.error(pointer, said`"${setting.title}" does not offer ${described(value)}`, nearest(value, only));
  }
}

function checkChoices(setting: Setting, value: Json, source: PickListSource, pointer: string, issues: Issues): void {
  if (!Array.isArray(value)) {
    issues.error(pointer, said`"${setting.title}" must be a list of choices, not ${described(value)}`);
    return;
  }
  for (const [index, choice] of value.entries()) {
    const place = pointerTo(pointer, index);
    checkChoice(setting, choice, source, place, issues);
    if (value.indexOf(choice) < index) issues.error(place, said`"${setting.title}" holds ${described(choice)} twice`);
  }
}

function checkMapping(
  setting: Extract<Setting, { type: 'mapping' }>,
  value: Json,
  pointer: string,
  issues: Issues,
): void {
  if (!isObject(value)) {
    issues.error(pointer, said`"${setting.title}" must be an object from choice to choice, not ${described(value)}`);
    return;
  }
  for (const [key, choice] of Object.entries(value)) {
    const place = pointerTo(pointer, key);
    if (isForbiddenKey(key)) issues.error(place, said`"${key}" may not be used as a key`);
    checkChoice(setting, key, setting.keys, place, issues);
    checkChoice(setting, choice, setting.values, place, issues);
  }
}
