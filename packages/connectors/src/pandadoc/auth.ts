import { z } from 'zod';

export const Credentials = z.strictObject({
  api_key: z
    .string()
    .trim()
    .min(1)
    .meta({ title: 'API key', secret: true })
    .describe('From PandaDoc: Developer Dashboard'),
});
