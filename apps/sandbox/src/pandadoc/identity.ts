import { randomBytes, randomUUID } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id as documents, templates, people and contacts have it: 22 letters and digits. */
export function newId(): string {
  return letters(22);
}

/** A reference number such as MTMJR-FEUQB-ECEWW-3WVZP. */
export function newReference(): string {
  return Array.from({ length: 4 }, () => letters(5).toUpperCase()).join('-');
}

/** The key that signs webhooks of one subscription. */
export function newSharedKey(): string {
  return randomUUID().replaceAll('-', '').slice(0, 20);
}

/** Microseconds since 1970 as PandaDoc writes times. */
export function microseconds(micros: number): string {
  const fraction = String(micros % 1_000_000).padStart(6, '0');
  return new Date(Math.floor(micros / 1000)).toISOString().replace(/\.\d+Z$/, `.${fraction}Z`);
}

function letters(count: number): string {
  return Array.from(randomBytes(count), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}
