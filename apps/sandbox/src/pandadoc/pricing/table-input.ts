import { z } from 'zod';

const Values = z.record(z.string(), z.json());

const RowInput = z.object({
  options: z
    .object({
      optional: z.boolean().optional(),
      optional_selected: z.boolean().optional(),
      qty_editable: z.boolean().optional(),
      multichoice_selected: z.boolean().optional(),
    })
    .default({}),
  data: Values.default({}),
  custom_fields: Values.default({}),
});
export type RowInput = z.output<typeof RowInput>;

const SectionInput = z.object({
  title: z.string(),
  default: z.boolean().default(false),
  multichoice_enabled: z.boolean().default(false),
  rows: z.array(RowInput).default([]),
});
export type SectionInput = z.output<typeof SectionInput>;

/** A pricing table as create and update send it. */
export const TableInput = z.object({
  name: z.string().min(1),
  data_merge: z.boolean().default(false),
  options: Values.default({}),
  sections: z.array(SectionInput).optional(),
});
export type TableInput = z.output<typeof TableInput>;
