import { Anchor, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChangeList } from '../changes/ChangeList.js';
import { ConnectorMark } from '../connections/ConnectorMark.js';
import { Ago } from '../format/Ago.js';
import { useFormat } from '../format/use-format.js';
import { Panel } from '../parts/Panel.js';
import { RunStatus } from '../runs/RunStatus.js';
import { toasts } from '../parts/toasts.js';
import { useRunName } from '../runs/use-run-name.js';
import { UndoRun } from '../undo/UndoRun.js';
import type { Moment, RunEntry } from './moments.js';
import classes from './Timeline.module.css';
import { useTriggerName } from './use-trigger-name.js';
import { Said } from '../texts/Said.js';

/** What happened, newest first: events, the runs that they started, and what these changed. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className={classes.timeline}>
      {moments.map((moment) => (
        <MomentItem key={moment.key} moment={moment} />
      ))}
    </ol>
  );
}

function MomentItem({ moment: { at, event, runs } }: { moment: Moment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const triggerName = useTriggerName();
  return (
    <li className={classes.moment}>
      <span className={classes.dot}>
        <ConnectorMark connector={event?.connector ?? ''} small />
      </span>
      <div className={classes.head}>
        <Text fw={600}>{event ? triggerName(event) : t('ledger.byItself')}</Text>
        {event?.subject.label && (
          <Text c="dimmed" translate="no" className="wrap">
            {event.subject.label}
          </Text>
        )}
        <Text c="dimmed" size="sm" ml="auto">
          {format.instant(at)} · <Ago instant={at} />
        </Text>
      </div>
      {event?.reason && (
        <Text c="dimmed">
          <Said text={event.reason} />
        </Text>
      )}
      {runs.length > 0 && (
        <Panel flush>
          {runs.map((entry) => (
            <RunItem key={entry.run.id} entry={entry} />
          ))}
        </Panel>
      )}
    </li>
  );
}

function RunItem({ entry: { run, effects } }: { entry: RunEntry }) {
  const { t } = useTranslation();
  const name = useRunName()(run);
  const navigate = useNavigate();
  const why = run.error?.message ?? run.reason;
  return (
    <div className={classes.run}>
      <div className={classes.runHead}>
        <Anchor
          fw={500}
          className={classes.name}
          renderRoot={(props) => <Link to="/runs/$runId" params={{ runId: run.id }} {...props} />}
        >
          {name}
        </Anchor>
        {run.retry_of !== null && (
          <Text size="sm" c="dimmed">
            {t('ledger.retry')}
          </Text>
        )}
        <RunStatus of={run.status} />
        <UndoRun
          run={run}
          effects={effects}
          compact
          label={t('ledger.undo.one', { name })}
          onAsked={(runId) => {
            toasts.show({
              text: t('ledger.undo.asked'),
              action: {
                label: t('ledger.undo.look'),
                run: () => void navigate({ to: '/runs/$runId', params: { runId } }),
              },
            });
          }}
        />
        {why !== null && (
          <Text size="sm" c="dimmed" w="100%">
            <Said text={why} />
          </Text>
        )}
      </div>
      {effects.length > 0 && <ChangeList changes={effects} />}
    </div>
  );
}
