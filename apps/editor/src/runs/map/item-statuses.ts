import type { Trace } from './replay-run.js';

export type ItemStatus = 'done' | 'failed' | 'open' | undefined;

/** How each item of a loop went; undefined for those that had not their turn. */
export function itemStatuses(trace: Trace, loop: string, count: number): ItemStatus[] {
  const statuses = new Array<ItemStatus>(count).fill(undefined);
  for (const { path, status } of trace.values()) {
    if (!path.startsWith(`${loop}[`)) continue;
    const item = Number(path.slice(loop.length + 1, path.indexOf(']', loop.length)));
    const before = statuses[item];
    if (status === 'failed' || before === 'failed') statuses[item] = 'failed';
    else if (status === 'open' || before === 'open') statuses[item] = 'open';
    else statuses[item] = 'done';
  }
  return statuses;
}
