import { Accordion, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RetryBatchPreview } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { PreviewView } from '../preview/PreviewView.js';
import classes from './PlannedRetries.module.css';
import { useRecipeName } from './use-recipe-name.js';
import { changesOf, type Plan } from './use-plans.js';

interface PlannedRetriesProps {
  runs: RetryBatchPreview['sample'];
  /** In the order of the runs. */
  plans: readonly Plan[];
}

/** What the first runs of a bulk retry would change, each to be opened. */
export function PlannedRetries({ runs, plans }: PlannedRetriesProps) {
  const { t } = useTranslation();
  const nameOf = useRecipeName();
  return (
    <Accordion variant="contained" chevronPosition="left" className={classes.plans}>
      {runs.map((run, place) => {
        const plan = plans[place] ?? { kind: 'coming' };
        return (
          <Accordion.Item key={run.id} value={run.id}>
            <Accordion.Control disabled={plan.kind === 'coming'}>
              <span className={classes.head}>
                <span className={classes.subject}>
                  <Text span fw={500}>
                    {run.document?.name ?? run.document?.id ?? nameOf(run.recipe)}
                  </Text>
                  {run.deal_id !== null && (
                    <Text span c="dimmed" size="sm">
                      {t('runs.deal', { id: run.deal_id })}
                    </Text>
                  )}
                </span>
                <PlanSummary plan={plan} />
              </span>
            </Accordion.Control>
            <Accordion.Panel>
              {plan.kind === 'known' && <PreviewView preview={plan.preview} recipe={run.recipe} />}
              {plan.kind === 'unknown' && <FailureNotice error={plan.error} title={t('preview.failed')} />}
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}

function PlanSummary({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  if (plan.kind === 'coming') return <Loader size={14} aria-label={t('common.loading')} />;
  const changes = plan.kind === 'known' ? changesOf(plan.preview) : undefined;
  if (changes === undefined)
    return <span className={`${classes.summary} ${classes.bad}`}>{t('runs.bulk.wouldFail')}</span>;
  return (
    <span className={classes.summary}>
      {changes === 0 ? t('runs.bulk.noChange') : t('runs.step.plan', { count: changes })}
    </span>
  );
}
