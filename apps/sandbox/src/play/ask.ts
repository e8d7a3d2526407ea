import type { z } from 'zod';
import type { Api } from '../api.js';
import type { Backstage } from './backstage.js';

/** The API refused what was played; `message` says how, in its own words. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** A call whose answer is read by a schema. @throws Refused on any status from 400 on */
export async function ask<T>(
  backstage: Backstage,
  schema: z.ZodType<T>,
  api: Api,
  call: string,
  body?: unknown,
): Promise<T> {
  const [method = 'GET', path = '/'] = call.split(' ', 2);
  const answer = await backstage.call(api, method, path, body);
  const text = answer.bytes.toString('utf8');
  if (answer.status >= 400) throw new Refused(answer.status, `${api} answered ${answer.status} to ${call}: ${text}`);
  return schema.parse(text === '' ? null : JSON.parse(text));
}
