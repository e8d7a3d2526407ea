import { useQueries } from '@tanstack/react-query';
import { runsPreviewRetry } from '../api/generated/sdk.gen.js';
import type { Preview } from '../api/generated/types.gen.js';
import type { RetryMode } from './retry-modes.js';

export type Plan = { kind: 'coming' } | { kind: 'known'; preview: Preview } | { kind: 'unknown'; error: Error };

/** What the retry of each run would change now, worked out one after the other: every plan costs calls of the remotes. */
export function usePlans(runIds: readonly string[], mode: RetryMode): Plan[] {
  return useQueries({
    queries: runIds.map((id) => ({
      queryKey: ['bulk-retry', 'plan', id, mode],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        oneAtATime(() => runsPreviewRetry({ path: { id }, body: { mode }, signal }), signal),
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
    })),
    combine: (results) => results.map(toPlan),
  });
}

const toPlan = ({ data, error }: { data: Preview | undefined; error: Error | null }): Plan => {
  if (data) return { kind: 'known', preview: data };
  return error ? { kind: 'unknown', error } : { kind: 'coming' };
};

let last: Promise<unknown> = Promise.resolve();

/** What is no longer wanted when its turn comes is not asked for. */
function oneAtATime<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const next = last.then(() => {
    signal.throwIfAborted();
    return ask();
  });
  last = next.catch(() => undefined);
  return next;
}

/** How many changes a plan holds; undefined when it fails before its end. */
export const changesOf = ({ steps, end }: Preview): number | undefined =>
  end.kind === 'failed' ? undefined : steps.reduce((sum, { plan }) => sum + (plan?.changes.length ?? 0), 0);
