import { z } from 'zod';

/** The remote systems that the sandbox stands in for; also the first part of their paths. */
export const Api = z.enum(['hubspot', 'pandadoc']);
export type Api = z.infer<typeof Api>;
