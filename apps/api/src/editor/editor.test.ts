import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EditorFiles } from './editor-files.js';

let folder: string;
let files: EditorFiles;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'editor-files-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), `/* ${'x'.repeat(5000)} */`);
  writeFileSync(join(folder, 'assets', 'letters.woff2'), 'x'.repeat(5000));
  writeFileSync(join(folder, '.vite', 'manifest.json'), '{}');
  files = new EditorFiles(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the files of the editor', () => {
  it('answer the page at every address that looks like no file', () => {
    for (const path of ['/', '/runs', '/ledger/deals/1001', '/templates'])
      expect(files.at(path)?.content.toString()).toBe('<!doctype html>');
  });

  it('never answer the page for a script that is gone, so that a browser sees it missing', () => {
    expect(files.at('/assets/index-old.js')).toBeUndefined();
    expect(files.at('/robots.txt')).toBeUndefined();
  });

  it('are kept for good when their name holds their hash, and asked for again when not', () => {
    expect(files.at('/assets/index-abc.js')?.isHashed).toBe(true);
    expect(files.at('/')?.isHashed).toBe(false);
  });

  it.each(['/../package.json', '/assets/../../package.json', '/.vite/manifest.json', '//etc/passwd.txt'])(
    'lead nowhere else: %s',
    (path) => {
      expect(files.at(path)).toBeUndefined();
    },
  );

  it('are compressed where that helps', async () => {
    const script = files.at('/assets/index-abc.js');
    expect((await script?.gzipped())?.length).toBeLessThan(200);
    expect(files.at('/assets/letters.woff2')?.gzipped()).toBeNull();
  });

  it('may be missing altogether', () => {
    expect(new EditorFiles(join(folder, 'nowhere')).isBuilt).toBe(false);
  });
});
