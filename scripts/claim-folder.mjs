import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keeps two of us from working in one data folder: the sandbox would write over the other's file.
 * Throws, naming the process that is there. Answers a function that gives the folder back.
 */
export function claimFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = join(folder, 'running.pid');
  const holder = Number(readIfThere(file));
  if (holder && isOneOfUs(holder)) {
    throw new Error(
      `Tandem is already running in ${folder} (process ${holder}). Stop it, or set DATA_DIR to another folder.`,
    );
  }
  writeFileSync(file, `${process.pid}\n`);
  return () => rmSync(file, { force: true });
}

/** A number left behind by a killed process may be some other program's by now. */
function isOneOfUs(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return /scripts\/(start|dev)\.mjs/.test(readIfThere(`/proc/${pid}/cmdline`) ?? 'scripts/start.mjs');
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
