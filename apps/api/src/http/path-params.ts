import { z } from 'zod';

export const Id = z.uuid();
/** Of a recipe; also accepts what no recipe can be called, so that the answer is 404 and names it. */
export const Key = z.string().min(1).max(100);
export const VersionNumber = z.coerce.number().int().min(1).max(2_147_483_647);
