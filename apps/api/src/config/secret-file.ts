import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from './read-environment.js';

/**
 * The secret of this installation: made once, kept in DATA_DIR/secret, readable by its owner only.
 * Several processes may ask at once; all get the same one. Throws ConfigError when the file is damaged.
 */
export async function readOrMakeSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret');
  const kept = await readIfThere(path);
  if (kept !== undefined) return checked(kept, path);

  await mkdir(dataDir, { recursive: true });
  const draft = join(dataDir, `.secret-${randomBytes(6).toString('hex')}`);
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(draft, path); // unlike a rename, a link never replaces the secret that another process made first
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return checked(await readFile(path, 'utf8'), path);
}

function checked(content: string, path: string): string {
  const secret = content.trim();
  if (secret.length >= 32) return secret;
  throw new ConfigError(
    `${path} is damaged: it must hold at least 32 characters. Restore it from a backup. ` +
      'Without it the stored credentials cannot be read; then delete the file and connect the accounts again.',
  );
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
