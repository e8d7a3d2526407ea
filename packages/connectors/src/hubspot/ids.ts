import { z } from 'zod';

export const DealId = z.string().regex(/^\d+$/, 'A whole number').describe('Id of the deal in HubSpot');
export const RecordId = z.string().regex(/^\d+$/, 'A whole number').describe('Id of the record in HubSpot');
