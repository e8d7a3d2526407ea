import { digest } from '../marker.js';
import type { PropertyValues } from '../records.js';

const WIDTH = 6;
const EMPTY = '-'.repeat(WIDTH);

const one = (value: string | null | undefined): string =>
  value == null || value === '' ? EMPTY : digest(value, WIDTH);

/** A short stand-in for the values of the named properties, one part per property in their order. */
export const fingerprint = (values: PropertyValues, names: readonly string[]): string =>
  names.map((name) => one(values[name])).join('');

/** The names whose parts differ; `before` may stem from another list of names, whose unknown ones are not compared. */
export function differing(
  before: { print: string; names: readonly string[] },
  after: { print: string; names: readonly string[] },
): string[] {
  const part = (print: string, index: number): string => print.slice(index * WIDTH, (index + 1) * WIDTH);
  const old = new Map(before.names.map((name, index) => [name, part(before.print, index)]));
  return after.names.filter((name, index) => {
    const earlier = old.get(name);
    return earlier !== undefined && earlier !== part(after.print, index);
  });
}

/** The names that have a value. */
export const filled = (values: PropertyValues, names: readonly string[]): string[] =>
  names.filter((name) => one(values[name]) !== EMPTY);
