import { z } from 'zod';
import { TableInput } from '../pricing/table-input.js';

const Person = {
  email: z.email().nullable().optional(),
  phone: z.string().nullable().optional(),
  first_name: z.string().nullable().optional(),
  last_name: z.string().nullable().optional(),
  signing_order: z.number().int().min(1).nullable().optional(),
};

const Tokens = z.array(z.object({ name: z.string().min(1), value: z.string() }));
const FieldValue = z.union([z.boolean(), z.string(), z.number()]);
const Fields = z.record(z.string(), z.object({ value: FieldValue, role: z.string().optional() }));
export type FieldsInput = z.output<typeof Fields>;
const Metadata = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type MetadataInput = z.output<typeof Metadata>;

const NewRecipient = z
  .object({ ...Person, role: z.string().nullable().optional() })
  .refine(({ email, phone }) => Boolean(email ?? phone), 'A recipient needs an email or a phone.');
export type NewRecipient = z.output<typeof NewRecipient>;

/** The body of `POST /public/v1/documents` for a document from a template. */
export const CreateInput = z.object({
  name: z.string().optional(),
  template_uuid: z.string({ error: 'This field is required.' }),
  recipients: z.array(NewRecipient, { error: 'This field is required.' }),
  folder_uuid: z.string().optional(),
  owner: z.object({ email: z.string().optional(), membership_id: z.string().optional() }).optional(),
  tokens: Tokens.default([]),
  fields: Fields.default({}),
  metadata: Metadata.nullable().default({}),
  tags: z.array(z.string()).default([]),
  pricing_tables: z.array(TableInput).default([]),
});
export type CreateInput = z.output<typeof CreateInput>;

/** The body of `PATCH /public/v1/documents/{id}`. */
export const UpdateInput = z.object({
  name: z.string().min(1).optional(),
  recipients: z.array(z.object({ ...Person, id: z.string().optional() })).default([]),
  tokens: Tokens.default([]),
  fields: Fields.default({}),
  metadata: Metadata.default({}),
  tags: z.array(z.string()).default([]),
  pricing_tables: z.array(TableInput).default([]),
});
export type UpdateInput = z.output<typeof UpdateInput>;

export const SendInput = z.object({
  message: z.string().optional(),
  subject: z.string().optional(),
  silent: z.boolean().optional(),
  sender: z.object({ membership_id: z.string().optional(), email: z.string().optional() }).optional(),
  reply_to: z.email().optional(),
});
export type SendInput = z.output<typeof SendInput>;
