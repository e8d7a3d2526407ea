import { z } from 'zod';
import { decimalText } from '../decimal.js';

/*
 * The vendor ships several versions of its API a month: what we do not know passes, what is missing gets a
 * harmless value, and only what we cannot do without is required.
 */

export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

/** Text where an absent one means the same as an empty one. */
export const words = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** true, or "true": the published description and the real answers differ. */
export const flag = z
  .union([z.boolean(), z.string()])
  .nullish()
  .transform((value) => value === true || value === 'true');

export const maybeFlag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null);

/** Money and quantities come as strings or as numbers; out goes a plain decimal string, null when there is none. */
export const decimal = z.union([z.string(), z.number()]).nullish().transform(decimalText);

export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

export const map = <Value extends z.ZodType>(value: Value) =>
  z
    .record(z.string(), value)
    .nullish()
    .transform((entries) => entries ?? {});
