import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** Sealed bytes cannot be opened: another secret, another place, or changed bytes. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** The key for everything sealed in the database. @param secret at least 32 characters, from the configuration */
export function sealingKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'tandem/seal/v1', 32));
}

/**
 * AES-256-GCM: version (1 byte), nonce (12), tag (16), ciphertext.
 * @param place is authenticated with it, so that sealed bytes moved to another row or column do not open
 */
export function seal(key: Buffer, text: string, place: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), ciphertext]);
}

/** The text that was sealed. Throws SealBroken. */
export function unseal(key: Buffer, sealed: Uint8Array, place: string): string {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEADER_BYTES || bytes[0] !== VERSION)
    throw new SealBroken('These bytes were not sealed by this version of Tandem.');
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(1 + NONCE_BYTES, HEADER_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEADER_BYTES)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new SealBroken(
      'The stored credentials cannot be opened with the present secret. Restore the secret they were stored under, ' +
        'or connect the account again.',
      { cause },
    );
  }
}
