import { Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import ChevronIcon from 'lucide-react/icons/chevron-right';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run, Step } from '../api/generated/types.gen.js';
import { ConnectorMark } from '../connections/ConnectorMark.js';
import { useFormat } from '../format/use-format.js';
import { RunStatus } from './RunStatus.js';
import { StepDetails } from './StepDetails.js';
import classes from './StepList.module.css';
import { useStepNames } from './use-step-names.js';

/** Steps that a run has executed, in their order. */
export function StepList({ run, steps }: { run: Run; steps: readonly Step[] }) {
  const nameOf = useStepNames(run.recipe, steps);
  return (
    <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {steps.map((step, index) => (
        <StepRow
          key={step.path}
          step={step}
          number={index + 1}
          name={nameOf(step)}
          isToldAbove={run.error?.path === step.path}
        />
      ))}
    </ol>
  );
}

interface StepRowProps {
  step: Step;
  number: number;
  name: string;
  /** Its failure is the run's own. */
  isToldAbove: boolean;
}

function StepRow({ step, number, name, isToldAbove }: StepRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, { toggle }] = useDisclosure(step.status === 'failed');
  const bodyId = useId();
  return (
    <li className={classes.step}>
      <UnstyledButton className={classes.summary} aria-expanded={isOpen} aria-controls={bodyId} onClick={toggle}>
        <ChevronIcon size={15} aria-hidden className={classes.chevron} />
        <span className={classes.number}>{number}</span>
        {step.connector !== null && <ConnectorMark connector={step.connector} small />}
        <span className={classes.title}>{name}</span>
        {step.attempts > 1 && (
          <Text span size="sm" c="dimmed">
            {t('runs.step.attempts', { count: step.attempts })}
          </Text>
        )}
        {step.finished_at !== null && (
          <Text span size="sm" c="dimmed" className="numbers">
            {format.duration(Date.parse(step.finished_at) - Date.parse(step.started_at))}
          </Text>
        )}
        <RunStatus of={step.status} />
      </UnstyledButton>
      <div id={bodyId} hidden={!isOpen} className={classes.body}>
        {isOpen && <StepDetails step={step} isToldAbove={isToldAbove} />}
      </div>
    </li>
  );
}
