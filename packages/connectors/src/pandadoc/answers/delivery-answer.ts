import { z } from 'zod';
import { list, text, words } from './loose.js';

/** One entry of the webhook history; `name` is the subscription's. */
const Delivered = z.looseObject({
  uuid: text,
  name: words,
  type: words,
  http_status_code: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
  error: text,
  delivery_time: text,
});
export type Delivered = z.output<typeof Delivered>;

export const DeliveredItems = z.looseObject({ items: list(Delivered) });
export const DeliveredBody = z.looseObject({ request_body: words });
