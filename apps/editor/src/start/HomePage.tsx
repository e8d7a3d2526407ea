import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Guide } from './Guide.js';
import { Overview } from './Overview.js';
import { currentStep } from './start-steps.js';
import { useProgress, type Home } from './use-progress.js';

/** The first page: a guide until a deal has followed its document for the first time, then what is going on. */
export function HomePage() {
  const { t } = useTranslation();
  const home = useProgress();
  if (home.error) return <FailureNotice error={home.error} title={t('start.notLoaded')} onRetry={home.reload} />;
  if (!home.isLoaded) return <Skeleton height={420} radius="lg" />;
  return <Loaded home={home} />;
}

/** Whoever was led through the guide sees its end; whoever comes later does not. */
function Loaded({ home }: { home: Home }) {
  const [isGuided, setGuided] = useState(currentStep(home.progress) !== undefined);
  return isGuided ? (
    <Guide
      home={home}
      onEnd={() => {
        setGuided(false);
      }}
    />
  ) : (
    <Overview home={home} />
  );
}
