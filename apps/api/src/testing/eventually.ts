import { setTimeout as wait } from 'node:timers/promises';

const EVERY_MS = 20;

/**
 * Repeats `check` until it no longer throws, and gives what it answered. Write the expectation inside it.
 * After `within` milliseconds the last error is thrown as it was.
 */
export async function eventually<T>(check: () => T | Promise<T>, within = 30_000): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
    }
    await wait(EVERY_MS);
  }
}
