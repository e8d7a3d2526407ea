import { Stack, Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '../api/generated/types.gen.js';
import { ChangeList } from '../changes/ChangeList.js';
import { useFormat } from '../format/use-format.js';
import { JsonView } from '../json/JsonView.js';
import { FailureDetails } from '../parts/FailureDetails.js';
import { Facts } from '../parts/Facts.js';
import { Remarks } from '../parts/Remarks.js';
import { readPlan } from './read-plan.js';

/** What went into a step, what it planned, and what came of it. Its failure is not said twice when it is the run's. */
export function StepDetails({ step, isToldAbove }: { step: Step; isToldAbove: boolean }) {
  const { t } = useTranslation();
  const plan = readPlan(step.plan);
  return (
    <Stack gap="sm">
      {step.error && !isToldAbove && <FailureDetails failure={step.error} />}
      <Notes notes={step.notes ?? []} />
      <Tabs defaultValue={plan ? 'plan' : 'input'} keepMounted={false} styles={{ tab: { paddingInline: 11 } }}>
        <Tabs.List mb="sm">
          {plan && <Tabs.Tab value="plan">{t('runs.step.plan', { count: plan.changes.length })}</Tabs.Tab>}
          <Tabs.Tab value="input">{t('runs.step.input')}</Tabs.Tab>
          <Tabs.Tab value="output">{t('runs.step.output')}</Tabs.Tab>
          {step.failed_attempts.length > 0 && (
            <Tabs.Tab value="attempts">
              {t('runs.step.failedAttempts', { count: step.failed_attempts.length })}
            </Tabs.Tab>
          )}
          <Tabs.Tab value="facts">{t('runs.step.facts')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="plan">
          {plan?.changes.length === 0 ? (
            <Text c="dimmed">{t('runs.step.nothingToDo')}</Text>
          ) : (
            <ChangeList changes={plan?.changes ?? []} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="input">
          <JsonView value={step.input} label={t('runs.step.input')} />
        </Tabs.Panel>
        <Tabs.Panel value="output">
          {step.output === null ? (
            <Text c="dimmed">{t('runs.step.noOutput')}</Text>
          ) : (
            <JsonView value={step.output} label={t('runs.step.output')} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="attempts">
          <FailedAttempts attempts={step.failed_attempts} />
        </Tabs.Panel>
        <Tabs.Panel value="facts">
          <StepFacts step={step} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

/** What a step deliberately did not do. */
export function Notes({ notes }: { notes: readonly { subject: string; message: string }[] }) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  return (
    <div>
      <Text fw={500}>{t('runs.step.notes')}</Text>
      <Remarks of={notes} />
    </div>
  );
}

function FailedAttempts({ attempts }: { attempts: Step['failed_attempts'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="xs">
      {attempts.map(({ number, at, error }) => (
        <FailureDetails
          key={number}
          failure={error}
          title={t('runs.step.attempt', { number, when: format.exact(at) })}
        />
      ))}
    </Stack>
  );
}

function StepFacts({ step }: { step: Step }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Facts
      of={[
        [
          t('runs.step.path'),
          <span key="path" className="mono">
            {step.path}
          </span>,
        ],
        [
          t('runs.step.action'),
          step.action && <span className="mono">{`${step.connector ?? ''}.${step.action}`}</span>,
        ],
        [t('runs.facts.started'), format.exact(step.started_at)],
        [t('runs.facts.finished'), step.finished_at && format.exact(step.finished_at)],
        [t('runs.step.attemptsLabel'), format.number(step.attempts)],
      ]}
    />
  );
}
