import { useQueries, useQuery } from '@tanstack/react-query';
import type { EventSummary } from '../api/generated/types.gen.js';
import { connectorQuery, connectorsQuery } from '../connections/queries.js';
import { useServerText } from '../texts/use-server-text.js';

/** What happened remotely, in words. */
export function useTriggerName(): (event: Pick<EventSummary, 'connector' | 'trigger'>) => string {
  const serverText = useServerText();
  const connectors = useQuery(connectorsQuery);
  const titles = useQueries({
    queries: (connectors.data?.items ?? []).map(({ key }) => connectorQuery(key)),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }) => data?.triggers.map(({ key, title }) => [`${data.key}.${key}`, title]) ?? []),
      ),
  });
  return ({ connector, trigger }) =>
    serverText(['triggers', connector, trigger], titles.get(`${connector}.${trigger}`) ?? trigger);
}
