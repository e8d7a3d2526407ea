import { Anchor, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../api/generated/types.gen.js';
import { Ago } from '../format/Ago.js';
import { useFormat } from '../format/use-format.js';
import { RunStatus } from './RunStatus.js';
import classes from './RunTable.module.css';
import { useRecipeName } from './use-recipe-name.js';

/** Runs as rows; a whole row leads to its run. */
export function RunTable({ runs }: { runs: readonly RunSummary[] }) {
  const { t } = useTranslation();
  return (
    <table className={classes.table}>
      <VisuallyHidden component="caption">{t('runs.title')}</VisuallyHidden>
      <colgroup>
        <col style={{ width: 176 }} />
        <col style={{ width: '50%' }} />
        <col style={{ width: '50%' }} />
        <col style={{ width: 124 }} />
        <col style={{ width: 104 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('runs.columns.status')}</th>
          <th scope="col">{t('runs.columns.recipe')}</th>
          <th scope="col">{t('runs.columns.subject')}</th>
          <th scope="col">{t('runs.columns.when')}</th>
          <th scope="col">{t('runs.columns.took')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function RunRow({ run }: { run: RunSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useRecipeName();
  const reason = run.error?.message ?? run.reason;
  return (
    <tr>
      <td>
        <RunStatus of={run.status} />
      </td>
      <td>
        <Link to="/runs/$runId" params={{ runId: run.id }} className={classes.link}>
          {nameOf(run.recipe)}
        </Link>
        {reason !== null && <span className={classes.reason}>{reason}</span>}
      </td>
      <td>
        {run.document && <Text>{run.document.name ?? run.document.id}</Text>}
        {run.deal_id !== null && (
          <Anchor
            size="sm"
            c="dimmed"
            className={classes.aside}
            renderRoot={(props) => (
              <Link to="/ledger/deals/$dealId" params={{ dealId: run.deal_id ?? '' }} {...props} />
            )}
          >
            {t('runs.deal', { id: run.deal_id })}
          </Anchor>
        )}
      </td>
      <td className={classes.when}>
        <Ago instant={run.created_at} />
      </td>
      <td className={`numbers ${classes.when}`}>
        {run.started_at && run.finished_at ? format.duration(tookMs(run)) : '–'}
      </td>
    </tr>
  );
}

const tookMs = ({ started_at, finished_at }: RunSummary): number =>
  Date.parse(finished_at ?? '') - Date.parse(started_at ?? '');
