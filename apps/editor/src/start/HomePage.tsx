import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Guide } from './Guide.js';
import { isGuided, storedPlace, storePlace, type GuidePlace } from './guide-place.js';
import { Overview } from './Overview.js';
import { useProgress, type Home } from './use-progress.js';

/** The first page: a guide until a deal has followed its document for the first time, then what is going on. */
export function HomePage() {
  const { t } = useTranslation();
  const home = useProgress();
  if (home.error) return <FailureNotice error={home.error} title={t('start.notLoaded')} onRetry={home.reload} />;
  if (!home.isLoaded) return <Skeleton height={420} radius="lg" />;
  return <Loaded home={home} />;
}

/** The guide, which keeps its place in this browser, or the overview. */
function Loaded({ home }: { home: Home }) {
  const [place, setPlace] = useState<GuidePlace>(() => (isGuided(home.progress, storedPlace()) ? 'begun' : 'ended'));
  const move = (next: GuidePlace) => () => {
    storePlace(next);
    setPlace(next);
  };
  useEffect(() => {
    if (place === 'begun') storePlace(place);
  }, [place]);
  return place === 'begun' ? (
    <Guide home={home} onEnd={move('ended')} />
  ) : (
    <Overview home={home} onGuide={move('begun')} />
  );
}
