import { z } from 'zod';
import { decimal, flag, list, map, maybeFlag, text, words } from './loose.js';
import { Pricing } from './pricing-answer.js';

export const LinkedObject = z.looseObject({
  id: words,
  provider: words,
  entity_type: words,
  entity_id: z.union([z.string(), z.number()]).transform(String),
});
export type LinkedObject = z.output<typeof LinkedObject>;

export const Token = z.looseObject({ name: words, value: words });

export const FieldAnswer = z.looseObject({
  field_id: text,
  name: text,
  merge_field: text,
  title: text,
  placeholder: text,
  type: words,
  value: z.json().nullish(),
  is_filled: maybeFlag,
});
export type FieldAnswer = z.output<typeof FieldAnswer>;

const Recipient = z.looseObject({
  id: words,
  type: words,
  email: words,
  first_name: words,
  last_name: words,
  recipient_type: words,
  has_completed: flag,
  role: text,
  roles: list(z.string()),
});

export const DocumentDetails = z.looseObject({
  id: z.string(),
  name: words,
  status: z.string(),
  date_created: text,
  date_modified: text,
  date_sent: text,
  date_completed: text,
  template: z.looseObject({ id: text, name: text }).nullish(),
  metadata: map(z.json()),
  tags: list(z.string()),
  tokens: list(Token),
  fields: list(FieldAnswer),
  pricing: Pricing,
  recipients: list(Recipient),
  grand_total: z.looseObject({ amount: decimal, currency: text }).nullish(),
  linked_objects: list(LinkedObject),
  lock: z.looseObject({ expires_at: text }).nullish(),
});
export type DocumentDetails = z.output<typeof DocumentDetails>;

/** The short answer of list, status, create and send. */
export const DocumentRow = z.looseObject({
  id: z.string(),
  name: words,
  status: z.string(),
  date_created: text,
  date_modified: text,
  date_completed: text,
});
export type DocumentRow = z.output<typeof DocumentRow>;

export const DocumentRows = z.looseObject({ results: list(DocumentRow) });
export const LinkedObjects = z.looseObject({ linked_objects: list(LinkedObject) });

/** A bare array, unlike every other list of this API. */
export const DocumentsOfEntity = z.array(z.looseObject({ id: z.string(), status: z.string(), template_id: text }));
