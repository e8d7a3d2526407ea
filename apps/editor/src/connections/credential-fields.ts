import type { Connector } from '../api/generated/types.gen.js';
import { capital, readable } from '../texts/key-names.js';

/** One text that a remote wants to know from whom it trusts. */
export interface CredentialField {
  key: string;
  title: string;
  help: string | undefined;
  isRequired: boolean;
}

const textOf = (schema: unknown, key: string): string | undefined => {
  if (typeof schema !== 'object' || schema === null) return undefined;
  const value: unknown = Reflect.get(schema, key);
  return typeof value === 'string' ? value : undefined;
};

/** The fields of a credentials form, from the connector's JSON Schema. All of them are texts. */
export function credentialFields({ credentials }: Pick<Connector, 'credentials'>): CredentialField[] {
  const { properties, required } = credentials;
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).map(([key, schema]) => ({
    key,
    title: textOf(schema, 'title') ?? capital(readable(key)),
    help: textOf(schema, 'description'),
    isRequired: !Array.isArray(required) || required.includes(key),
  }));
}
