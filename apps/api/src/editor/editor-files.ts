import { Injectable } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import { readBuiltFiles, type BuiltFile } from './built-files.js';

/** From src/editor and dist/editor alike. */
const FOLDER = fileURLToPath(new URL('../../../editor/dist', import.meta.url));
const PAGE = '/index.html';

/** What the browser gets. */
@Injectable()
export class EditorFiles {
  private readonly files: ReadonlyMap<string, BuiltFile>;

  constructor(folder: string = FOLDER) {
    this.files = readBuiltFiles(folder);
  }

  get isBuilt(): boolean {
    return this.files.has(PAGE);
  }

  /** The file at this path. A path that looks like none is an address within the page, so the page is answered. */
  at(path: string): BuiltFile | undefined {
    const looksLikeFile = path.startsWith('/assets/') || /\.[a-z0-9]{2,5}$/i.test(path);
    return this.files.get(path) ?? (looksLikeFile ? undefined : this.files.get(PAGE));
  }
}
