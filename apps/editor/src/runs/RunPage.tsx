import { Button, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import ListIcon from 'lucide-react/icons/list-checks';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../api/failure.js';
import { lazily } from '../api/lazily.js';
import type { Run } from '../api/generated/types.gen.js';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { addTextsOf } from '../texts/start-texts.js';
import { PlainRun } from './PlainRun.js';
import { runQuery } from './queries.js';

const route = getRouteApi('/runs/$runId');
const RunBoard = lazily(async () => {
  const [{ RunBoard: board }] = await Promise.all([import('./map/RunBoard.js'), addTextsOf('recipe')]);
  return board;
});

/** One run: what came of it, what it changed, and every step. */
export function RunPage() {
  const { t } = useTranslation();
  const { runId } = route.useParams();
  const run = useQuery(runQuery(runId));
  if (run.data) return <RunView key={run.data.id} run={run.data} />;
  if (run.error instanceof Failure && (run.error.status === 404 || run.error.status === 400)) return <NoSuchRun />;
  if (run.error)
    return <FailureNotice error={run.error} title={t('runs.notLoaded')} onRetry={() => void run.refetch()} />;
  return <Skeleton height="80vh" radius="lg" />;
}

function NoSuchRun() {
  const { t } = useTranslation();
  return (
    <Empty
      isPage
      icon={ListIcon}
      title={t('runs.missing.title')}
      text={t('runs.missing.text')}
      action={
        <Button variant="default" component={Link} to="/runs">
          {t('runs.missing.action')}
        </Button>
      }
    />
  );
}

function RunView({ run }: { run: Run }) {
  const navigate = route.useNavigate();
  const { step } = route.useSearch();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  // An undo follows no recipe that could be drawn.
  if (!isWide || run.undo_of !== null) return <PlainRun run={run} />;
  return (
    <Suspense fallback={<Skeleton height="80vh" radius="lg" />}>
      <RunBoard
        run={run}
        looked={step}
        onLook={(at) => void navigate({ search: { step: at }, replace: true, resetScroll: false })}
      />
    </Suspense>
  );
}
