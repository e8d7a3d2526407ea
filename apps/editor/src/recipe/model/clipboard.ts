import { Step, type Recipe } from '@tandem/recipes';
import { outermost } from './outline.js';

const MARK = 'tandem/steps';
/** A recipe has no more. */
const MAX_CHARACTERS = 5_000_000;

/** Steps as text that people can keep, send or paste into another recipe. */
export function toClipboard(recipe: Recipe, ids: readonly string[]): string {
  const steps = outermost(recipe, new Set(ids)).map(({ step }) => step);
  return JSON.stringify({ [MARK]: steps }, null, 2);
}

/** Steps out of pasted text: what toClipboard made, one step, a list of steps, or a whole recipe. Else undefined. */
export function fromClipboard(text: string): Step[] | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const json = jsonIn(text);
  const candidate = isHolder(json) ? (json[MARK] ?? json.steps ?? [json]) : json;
  const parsed = Step.array().min(1).safeParse(candidate);
  return parsed.success ? parsed.data : undefined;
}

const isHolder = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' &&
  json !== null &&
  !Array.isArray(json) &&
  (MARK in json || 'format' in json || 'kind' in json);

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
