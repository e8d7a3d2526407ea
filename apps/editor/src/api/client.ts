import { client } from './generated/client.gen.js';
import { toFailure } from './failure.js';

const isAborted = (thrown: unknown): boolean => thrown instanceof DOMException && thrown.name === 'AbortError';

/** Makes every call of the generated client throw a Failure and nothing else. Call it once, before the first request. */
export function configureClient(baseUrl: string): void {
  client.setConfig({ baseUrl });
  client.interceptors.error.clear();
  client.interceptors.error.use((thrown, response) => (isAborted(thrown) ? thrown : toFailure(thrown, response)));
}
