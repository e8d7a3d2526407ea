import { digest } from '../marker.js';
import type { PropertyValues } from '../records.js';

const WIDTH = 6;

/** A short stand-in for the value of each watched property; empty where it has none. */
export type Prints = Record<string, string>;

const one = (value: string | null | undefined): string => (value == null || value === '' ? '' : digest(value, WIDTH));

export const fingerprint = (values: PropertyValues, names: readonly string[]): Prints =>
  Object.fromEntries(names.map((name) => [name, one(values[name])]));

/** The names with another value; `before` may stem from another list of names, whose unknown ones are not compared. */
export const differing = (before: Prints, after: Prints): string[] =>
  Object.keys(after).filter((name) => before[name] !== undefined && before[name] !== after[name]);

/** The names that have a value. */
export const filled = (values: PropertyValues, names: readonly string[]): string[] =>
  names.filter((name) => one(values[name]) !== '');
