import { z } from 'zod';
import { list } from './loose.js';

export const ContactRows = z.looseObject({ results: list(z.looseObject({ id: z.string() })) });
