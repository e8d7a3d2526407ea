import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOrMakeSecret } from './secret-file.js';

describe('the secret of an installation', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-secret-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once and stays the same', async () => {
    const secret = await readOrMakeSecret(join(folder, 'data'));
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(await readOrMakeSecret(join(folder, 'data'))).toBe(secret);
  });

  it('is readable by its owner only', async () => {
    await readOrMakeSecret(folder);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  });

  it('is one and the same for processes that start at once', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => readOrMakeSecret(folder)));
    expect(new Set(secrets).size).toBe(1);
    expect(await readdir(folder)).toEqual(['secret']);
  });

  it('is not replaced when it is damaged, since the stored credentials depend on it', async () => {
    await writeFile(join(folder, 'secret'), 'half');
    await expect(readOrMakeSecret(folder)).rejects.toThrow(/damaged.*Restore it from a backup/);
  });
});
