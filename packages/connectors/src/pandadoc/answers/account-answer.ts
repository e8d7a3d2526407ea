import { z } from 'zod';
import { flag, list, text, words } from './loose.js';

export const Member = z.looseObject({ email: words, workspace: text, workspace_name: text });

export const Subscription = z.looseObject({
  uuid: z.string(),
  url: words,
  active: flag,
  status: text,
  payload: list(z.string()),
  triggers: list(z.string()),
  shared_key: text,
});
export type Subscription = z.output<typeof Subscription>;

export const Subscriptions = z.looseObject({ items: list(Subscription) });
