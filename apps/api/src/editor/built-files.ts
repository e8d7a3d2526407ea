import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** One file of the editor, in memory. */
export interface BuiltFile {
  content: Buffer;
  type: string;
  /** Its name holds a hash of its content, so that it can be kept for good. */
  isHashed: boolean;
  /** Compressed at the first call; null where that would gain nothing. */
  gzipped(): Promise<Buffer> | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const PACKED_ALREADY = new Set(['.png', '.woff2']);

/**
 * Reads what Vite built, by URL path (`/assets/index-….js`). Only what is there at this moment can ever be served, so
 * that no request can lead out of the folder. Empty when nothing was built. Hidden files are left out.
 */
export function readBuiltFiles(folder: string): ReadonlyMap<string, BuiltFile> {
  const names = namesIn(folder);
  return new Map(names.map((name) => [`/${name}`, builtFile(join(folder, name), name)]));
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !/(^|\/)\./.test(name));
}

function builtFile(path: string, name: string): BuiltFile {
  const content = readFileSync(path);
  const end = extname(name);
  let packed: Promise<Buffer> | undefined;
  return {
    content,
    type: TYPES[end] ?? 'application/octet-stream',
    isHashed: name.startsWith('assets/'),
    gzipped: () =>
      PACKED_ALREADY.has(end) || content.length < 1024 ? null : (packed ??= compress(content, { level: 9 })),
  };
}
