import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Run } from '../api/generated/types.gen.js';
import { Ago } from '../format/Ago.js';
import { useFormat } from '../format/use-format.js';
import { Facts } from '../parts/Facts.js';

/** What a run was about, and when. */
export function RunFacts({ run }: { run: Run }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { document, deal_id: dealId } = run;
  const took = run.started_at && run.finished_at ? Date.parse(run.finished_at) - Date.parse(run.started_at) : undefined;
  return (
    <Facts
      of={[
        [
          t('runs.facts.document'),
          document && (
            <Anchor
              renderRoot={(props) => (
                <Link to="/ledger/documents/$documentId" params={{ documentId: document.id }} {...props} />
              )}
            >
              {document.name ?? document.id}
            </Anchor>
          ),
        ],
        [
          t('runs.facts.deal'),
          dealId !== null && (
            <Anchor renderRoot={(props) => <Link to="/ledger/deals/$dealId" params={{ dealId }} {...props} />}>
              {run.deal_name ?? dealId}
            </Anchor>
          ),
        ],
        [t('runs.facts.version'), format.number(run.recipe.version)],
        [
          t('runs.facts.retryOf'),
          run.retry_of && (
            <Anchor
              renderRoot={(props) => <Link to="/runs/$runId" params={{ runId: run.retry_of ?? '' }} {...props} />}
            >
              {t('runs.facts.earlierRun')}
            </Anchor>
          ),
        ],
        [
          t('ledger.undo.undoOf'),
          run.undo_of && (
            <Anchor renderRoot={(props) => <Link to="/runs/$runId" params={{ runId: run.undo_of ?? '' }} {...props} />}>
              {t('runs.facts.earlierRun')}
            </Anchor>
          ),
        ],
        [t('runs.facts.happened'), format.exact(run.occurred_at)],
        [t('runs.facts.started'), run.started_at && format.exact(run.started_at)],
        [t('runs.facts.took'), took === undefined ? undefined : format.duration(took)],
        [t('runs.facts.goesOn'), run.due_at && <Ago instant={run.due_at} />],
      ]}
    />
  );
}
