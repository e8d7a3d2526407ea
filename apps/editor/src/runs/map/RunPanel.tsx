import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChangeList } from '../../changes/ChangeList.js';
import { useFormat } from '../../format/use-format.js';
import { JsonView } from '../../json/JsonView.js';
import { FailureDetails } from '../../parts/FailureDetails.js';
import { Facts } from '../../parts/Facts.js';
import { Notice } from '../../parts/Notice.js';
import { StepMark } from '../../recipe/canvas/StepMark.js';
import { useDescribeTrigger } from '../../recipe/edit/use-describe.js';
import { RunFacts } from '../RunFacts.js';
import classes from './board.module.css';
import { PanelFrame, PanelSection } from './PanelFrame.js';
import type { RunPanelProps } from './run-panel-props.js';
import { StepPanel } from './StepPanel.js';
import { Said } from '../../texts/Said.js';

/** Everything about what is looked at: the whole run, what woke it, or one of its steps. */
export function RunPanel({ at, ...props }: RunPanelProps) {
  const { t } = useTranslation();
  return (
    <aside className={classes.panel} aria-label={t('runs.map.details')}>
      {at === undefined || at === 'run' ? (
        <WholeRun {...props} />
      ) : at === 'trigger' ? (
        <Trigger {...props} />
      ) : (
        <StepPanel {...props} at={at} />
      )}
    </aside>
  );
}

function WholeRun({ run, onLook }: Omit<RunPanelProps, 'at'>) {
  const { t } = useTranslation();
  const failedAt = run.error?.path?.split('/')[0];
  return (
    <PanelFrame title={t('runs.map.run')}>
      {(run.error !== null || run.reason !== null) && (
        <PanelSection>
          {run.error ? (
            <FailureDetails failure={run.error} />
          ) : (
            <Notice tone="plain">
              <Said text={run.reason} />
            </Notice>
          )}
          {failedAt && (
            <Button
              mt="sm"
              variant="default"
              size="compact-sm"
              onClick={() => {
                onLook(failedAt);
              }}
            >
              {t('runs.map.toFailed')}
            </Button>
          )}
        </PanelSection>
      )}
      <PanelSection>
        <RunFacts run={run} />
      </PanelSection>
      <PanelSection title={t('runs.changes')} flush={run.effects.length > 0}>
        {run.effects.length > 0 ? <ChangeList changes={run.effects} /> : <Text c="dimmed">{t('runs.noChanges')}</Text>}
      </PanelSection>
    </PanelFrame>
  );
}

function Trigger({ run, recipe, connectors }: Omit<RunPanelProps, 'at'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, kind, connector } = useDescribeTrigger(connectors)(recipe.trigger);
  const { trigger, settings } = run.scope as { trigger: unknown; settings: unknown }; // as the API describes it
  return (
    <PanelFrame
      mark={<StepMark kind="trigger" connector={connector} />}
      title={title}
      lead={
        <Text size="xs" c="dimmed">
          {kind}
        </Text>
      }
    >
      <PanelSection>
        <Facts of={[[t('runs.facts.happened'), format.exact(run.occurred_at)]]} />
      </PanelSection>
      <PanelSection title={t('runs.map.event')}>
        <JsonView value={trigger} label={t('runs.map.event')} />
      </PanelSection>
      <PanelSection title={t('runs.map.settings')}>
        <JsonView value={settings} label={t('runs.map.settings')} />
      </PanelSection>
    </PanelFrame>
  );
}
