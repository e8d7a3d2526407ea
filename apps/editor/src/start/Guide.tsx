import { Button, Stack, Text, Title } from '@mantine/core';
import CheckIcon from 'lucide-react/icons/check';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import classes from './Guide.module.css';
import { ConnectStep, PlayStep, SwitchOnStep, TemplatesStep, WatchStep } from './GuideSteps.js';
import { PausedAccounts } from './PausedAccounts.js';
import { currentStep, isDone, START_STEPS, type StartStep } from './start-steps.js';
import type { Home } from './use-progress.js';

const BODIES: Record<StartStep, (props: { home: Home }) => ReactNode> = {
  connect: ConnectStep,
  templates: TemplatesStep,
  switchOn: SwitchOnStep,
  play: PlayStep,
  watch: WatchStep,
};

/** Five steps from an empty installation to a deal that follows its document. */
export function Guide({ home, onEnd }: { home: Home; onEnd: () => void }) {
  const { t } = useTranslation();
  const now = currentStep(home.progress);
  return (
    <>
      <PageHead title={t('start.title')} lead={t('start.lead')} />
      <Stack gap="md" maw={820}>
        <PausedAccounts of={home.connections} />
        <Panel p="xl">
          <ol className={classes.steps}>
            {START_STEPS.map((step, index) => {
              const state = isDone[step](home.progress) ? 'done' : step === now ? 'now' : 'later';
              const Body = BODIES[step];
              // The last step is what all was about: it stays open.
              const isOpen = state === 'now' || (state === 'done' && (step === 'watch' || step === 'templates'));
              return (
                <li
                  key={step}
                  className={classes.step}
                  data-state={state}
                  aria-current={state === 'now' ? 'step' : undefined}
                >
                  <span className={classes.number} aria-hidden>
                    {state === 'done' ? <CheckIcon size={15} strokeWidth={2.6} /> : index + 1}
                  </span>
                  <Title order={2}>
                    {t(`start.steps.${step}.title`)}
                    {state === 'done' && (
                      <Text span c="dimmed" size="sm" ml={8}>
                        {t('start.done')}
                      </Text>
                    )}
                  </Title>
                  {isOpen && (
                    <div className={classes.body}>
                      <Body home={home} />
                    </div>
                  )}
                </li>
              );
            })}
          </ol>
        </Panel>
      </Stack>
      {home.progress.connected > 0 && (
        <Button mt="lg" {...(now !== undefined && { variant: 'subtle', color: 'gray' })} onClick={onEnd}>
          {t(now === undefined ? 'start.end' : 'start.leave')}
        </Button>
      )}
    </>
  );
}
