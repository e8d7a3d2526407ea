import { evaluate, type Json, type JsonObject } from '@tandem/recipes';

/** JSON as somebody types it, or what is wrong with it just now. */
export function readFormula(text: string): { value: Json } | { problem: string } {
  try {
    return { value: JSON.parse(text) as Json }; // JSON.parse gives nothing else
  } catch (error) {
    return { problem: error instanceof Error ? error.message : '' };
  }
}

/** What a value comes to with the values of an earlier run, or why it comes to nothing. */
export function tryOut(value: Json, scope: JsonObject): { result: Json } | { problem: string } {
  try {
    return { result: evaluate(value, scope) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : '' };
  }
}

/** A value on one line. */
export function brief(value: Json, most = 120): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
