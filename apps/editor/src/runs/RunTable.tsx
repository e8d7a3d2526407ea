import { Anchor, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../api/generated/types.gen.js';
import { Ago } from '../format/Ago.js';
import { useFormat } from '../format/use-format.js';
import { RunStatus } from './RunStatus.js';
import classes from './RunTable.module.css';
import { useRunName } from './use-run-name.js';
import type { Selection } from './use-selection.js';
import { Said } from '../texts/Said.js';

interface RunTableProps {
  runs: readonly RunSummary[];
  /** Given where runs can be ticked. */
  selection?: Selection;
}

/** Runs as rows; a whole row leads to its run. */
export function RunTable({ runs, selection }: RunTableProps) {
  const { t } = useTranslation();
  return (
    <table className={classes.table}>
      <VisuallyHidden component="caption">{t('runs.title')}</VisuallyHidden>
      <colgroup>
        {selection && <col className={classes.boxes} />}
        <col className={classes.statuses} />
        <col className={classes.names} />
        <col className={classes.names} />
        <col className={classes.instants} />
        <col className={classes.durations} />
      </colgroup>
      <thead>
        <tr>
          {selection && <AllBox runs={runs} selection={selection} />}
          <th scope="col">{t('runs.columns.status')}</th>
          <th scope="col">{t('runs.columns.recipe')}</th>
          <th scope="col">{t('runs.columns.subject')}</th>
          <th scope="col">{t('runs.columns.when')}</th>
          <th scope="col">{t('runs.columns.took')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} selection={selection} />
        ))}
      </tbody>
    </table>
  );
}

/** Ticks all rows that are shown, or none. */
function AllBox({ runs, selection }: { runs: readonly RunSummary[]; selection: Selection }) {
  const { t } = useTranslation();
  const possible = runs.filter(selection.canHold).map(({ id }) => id);
  const ticked = possible.filter((id) => selection.ids.has(id)).length;
  return (
    <th scope="col" className={classes.box}>
      <input
        type="checkbox"
        aria-label={t('runs.select.all')}
        checked={ticked > 0 && ticked === possible.length}
        disabled={possible.length === 0}
        ref={(box) => {
          if (box) box.indeterminate = ticked > 0 && ticked < possible.length;
        }}
        onChange={() => {
          selection.set(ticked === possible.length ? [] : possible);
        }}
      />
    </th>
  );
}

function RunRow({ run, selection }: { run: RunSummary; selection: Selection | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useRunName();
  const reason = run.error?.message ?? run.reason;
  return (
    <tr data-selected={selection?.ids.has(run.id)}>
      {selection && (
        <td className={classes.box}>
          <input
            type="checkbox"
            aria-label={t('runs.select.one', { name: run.document?.name ?? run.document?.id ?? nameOf(run) })}
            checked={selection.ids.has(run.id)}
            disabled={!selection.canHold(run)}
            onChange={() => {
              selection.toggle(run.id);
            }}
          />
        </td>
      )}
      <td>
        <RunStatus of={run.status} />
      </td>
      <td>
        <Link to="/runs/$runId" params={{ runId: run.id }} className={classes.link}>
          {nameOf(run)}
        </Link>
        {reason !== null && (
          <span className={classes.reason}>
            <Said text={reason} />
          </span>
        )}
      </td>
      <td>
        {run.document && (
          <Text translate="no" lineClamp={2}>
            {run.document.name ?? run.document.id}
          </Text>
        )}
        {run.deal_id !== null && (
          <Anchor
            size="sm"
            c="dimmed"
            className={classes.aside}
            lineClamp={2}
            renderRoot={(props) => (
              <Link to="/ledger/deals/$dealId" params={{ dealId: run.deal_id ?? '' }} {...props} />
            )}
          >
            {run.deal_name ?? t('runs.deal', { id: run.deal_id })}
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
