import type { Connection } from '../api/generated/types.gen.js';
import type { CredentialField } from './credential-fields.js';

/** What was typed, by field; null: what is stored is to be forgotten. */
export type Entered = Readonly<Record<string, string | null>>;

/** The credentials that stay when they are not given again. At another address nothing does: it may be another's. */
export const keptCredentials = (connection: Connection | undefined, baseUrl: string): readonly string[] =>
  connection?.base_url === baseUrl ? connection.stored : [];

/** What is to be sent: what was typed or is to be forgotten. */
export const givenCredentials = (entered: Entered): Record<string, string | null> =>
  Object.fromEntries(Object.entries(entered).filter(([, value]) => value?.trim() !== ''));

/** Whether enough is given to connect with: every needed field, or what is stored in its place, and something new. */
export function isComplete(fields: readonly CredentialField[], entered: Entered, kept: readonly string[]): boolean {
  const given = givenCredentials(entered);
  const has = (key: string): boolean => (given[key] === undefined ? kept.includes(key) : given[key] !== null);
  return Object.keys(given).length > 0 && fields.every(({ key, isRequired }) => !isRequired || has(key));
}
