import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EventSummary } from '../api/generated/types.gen.js';
import { connectorQuery, connectorsQuery } from '../connections/queries.js';
import { capital, readable } from '../texts/key-names.js';
import { useServerText } from '../texts/use-server-text.js';

/** No connector's trigger: a person asked Tandem itself. */
const UNDO_REQUESTED = 'undo_requested';

/** What happened, in words. */
export function useTriggerName(): (event: Pick<EventSummary, 'connector' | 'trigger'>) => string {
  const { t } = useTranslation();
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
    trigger === UNDO_REQUESTED
      ? t('ledger.undo.requested')
      : serverText(
          ['triggers', connector, trigger],
          titles.get(`${connector}.${trigger}`) ?? capital(readable(trigger)),
        );
}
