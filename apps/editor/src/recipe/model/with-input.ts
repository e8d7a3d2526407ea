import type { Json } from '@tandem/recipes';

/** Inputs with one of them set, or taken out. */
export function withInput(input: Record<string, Json>, key: string, value: Json | undefined): Record<string, Json> {
  if (value !== undefined) return { ...input, [key]: value };
  const { [key]: _gone, ...rest } = input;
  return rest;
}
