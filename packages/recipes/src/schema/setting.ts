import { z } from 'zod';

/** Where the choices of a setting come from: a connector's pick list, whose inputs may be other settings. */
export const PickListSource = z.strictObject({
  connector: z.string(),
  pickList: z.string(),
  input: z
    .record(z.string(), z.string())
    .optional()
    .describe('Pick list input → key of the setting that supplies it, e.g. {"pipeline": "pipeline"}'),
  only: z.array(z.string()).optional().describe('Offer these values alone, in this order'),
});
export type PickListSource = z.infer<typeof PickListSource>;

const common = {
  key: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/),
  title: z.string().min(1).max(120),
  help: z.string().max(500).optional(),
  required: z.boolean().optional(),
};

/** What a person fills in per template. The matrix renders its form from this list. */
export const Setting = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('text'), default: z.string().optional() }),
  z.strictObject({ ...common, type: z.literal('number'), default: z.number().optional() }),
  z.strictObject({ ...common, type: z.literal('switch'), default: z.boolean().optional() }),
  z.strictObject({ ...common, type: z.literal('choice'), from: PickListSource, default: z.string().optional() }),
  z.strictObject({
    ...common,
    type: z.literal('choices'),
    from: PickListSource,
    default: z.array(z.string()).optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('mapping').describe('A choice for each chosen key, e.g. a stage per document status'),
    keys: PickListSource,
    values: PickListSource,
    default: z.record(z.string(), z.string()).optional(),
  }),
]);
export type Setting = z.infer<typeof Setting>;
