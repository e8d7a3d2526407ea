import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isUnreachable } from './failure.js';
import { Reachability } from './reachability.js';

export const reachability = new Reachability();

/** What is shown stays on the page while the server is away; the banner asks until it is back. */
export function makeQueryClient(watch: Reachability = reachability): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch.failed, onSuccess: watch.answered }),
    mutationCache: new MutationCache({ onError: watch.failed, onSuccess: watch.answered }),
    defaultOptions: {
      queries: {
        networkMode: 'always', // the server may be on this machine, whatever the browser thinks of the network
        staleTime: 5_000,
        retry: (count, error) => isUnreachable(error) && count < 1,
        retryDelay: 400,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
