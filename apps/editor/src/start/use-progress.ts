import { useQuery } from '@tanstack/react-query';
import { historyListEffects, historyListRuns } from '../api/generated/sdk.gen.js';
import { connectionsQuery, connectorsQuery } from '../connections/queries.js';
import { unlessTold } from '../live/live.js';
import { automationsQuery } from '../matrix/queries.js';
import { useTemplates } from '../matrix/use-templates.js';
import type { Progress } from './start-steps.js';

const SHOWN = 8;
const LOOK_EVERY_MS = 3_000;

/** All that the home page shows, kept up to date. */
export function useProgress() {
  const connectors = useQuery(connectorsQuery);
  const connections = useQuery(connectionsQuery);
  const automations = useQuery({ ...automationsQuery, refetchInterval: unlessTold(10_000) });
  const runs = useQuery({
    queryKey: ['runs', 'home'],
    queryFn: ({ signal }) => historyListRuns({ query: { limit: SHOWN }, signal }),
    refetchInterval: unlessTold(LOOK_EVERY_MS),
  });
  const effects = useQuery({
    queryKey: ['ledger', 'home'],
    queryFn: ({ signal }) => historyListEffects({ query: { limit: 30, status: 'applied' }, signal }),
    refetchInterval: unlessTold(LOOK_EVERY_MS),
  });
  const known = {
    connectors: connectors.data?.items.length ?? 0,
    connected: connections.data?.items.length ?? 0,
    switchedOn: automations.data?.items.filter(({ enabled }) => enabled).length ?? 0,
    runs: runs.data?.items.length ?? 0,
    changes: effects.data?.items.length ?? 0,
  };
  const templates = useTemplates();
  const progress: Progress = { ...known, templates: templates.data?.length ?? 0 };
  const needed = [connectors, connections, automations, runs, effects];
  return {
    progress,
    isLoaded: needed.every(({ isPending }) => !isPending) && !(templates.isEnabled && templates.isPending),
    error: needed.find(({ data, error }) => error !== null && data === undefined)?.error ?? null,
    reload: () => {
      for (const { refetch } of needed) void refetch();
    },
    connections: connections.data?.items ?? [],
    templates: templates.data ?? [],
    /** Why none could be read; a paused account says so. */
    templatesError: templates.data === undefined ? templates.error : null,
    runs: runs.data?.items ?? [],
    effects: effects.data?.items ?? [],
  };
}

export type Home = ReturnType<typeof useProgress>;
