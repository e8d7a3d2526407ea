import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

const WAIT_MS = 200;

/**
 * Keeps one JSON value in one file. Writes are gathered for 200 ms and replace the file in one rename, so that a
 * crash leaves either the old file or the new one.
 */
export class StateFile {
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly current: () => unknown,
    private readonly notice: (message: string) => void,
  ) {}

  /** Something changed: the file follows shortly. */
  changed(): void {
    this.timer ??= setTimeout(() => {
      this.write();
    }, WAIT_MS);
  }

  /** Writes what is still waiting and ends. */
  async close(): Promise<void> {
    if (this.timer) this.write();
    await this.writing;
  }

  private write(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(async () => {
      try {
        await replaceFile(this.path, JSON.stringify(this.current()));
      } catch (error) {
        this.notice(`The sandbox could not save its data to ${this.path}: ${messageOf(error)}`);
      }
    });
  }
}

/**
 * The value of the file, or undefined when there is none. A file that cannot be used (`read` throws) is set aside
 * under a new name, with a message, so that a fresh start does not overwrite it.
 */
export async function readStateFile<T>(
  path: string,
  read: (value: unknown) => T,
  notice: (message: string) => void,
): Promise<T | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    return read(JSON.parse(text));
  } catch (error) {
    const aside = `${path}.damaged-${new Date().toISOString().replaceAll(':', '-')}`;
    await rename(path, aside);
    notice(`The sandbox could not read its data (${messageOf(error)}). It was set aside as ${aside}; starting afresh.`);
    return undefined;
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.writing`;
  const file = await open(draft, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
