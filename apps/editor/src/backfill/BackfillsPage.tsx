import { Button, Skeleton, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import RewindIcon from 'lucide-react/icons/rewind';
import PlusIcon from 'lucide-react/icons/plus';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../api/lazily.js';
import { Empty } from '../parts/Empty.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { PageHead } from '../parts/PageHead.js';
import { Panel } from '../parts/Panel.js';
import { BackfillCard } from './BackfillCard.js';
import { backfillsQuery } from './queries.js';

const NewBackfillDialog = lazily(async () => (await import('./NewBackfillDialog.js')).NewBackfillDialog);

/** Recipes done for documents of the past: what is under way, and what was. */
export function BackfillsPage() {
  const { t } = useTranslation();
  const backfills = useQuery(backfillsQuery);
  const [isChoosing, choosing] = useDisclosure(false);
  const begin = (
    <Button leftSection={<PlusIcon size={16} aria-hidden />} onClick={choosing.open}>
      {t('backfill.new')}
    </Button>
  );
  const items = backfills.data?.items;
  return (
    <>
      <PageHead
        title={t('backfill.title')}
        lead={t('backfill.lead')}
        actions={items !== undefined && items.length > 0 ? begin : undefined}
      />
      {backfills.isError && items === undefined && (
        <FailureNotice
          error={backfills.error}
          title={t('backfill.notLoaded')}
          onRetry={() => void backfills.refetch()}
        />
      )}
      {backfills.isPending && <Skeleton height={180} radius="lg" />}
      {items?.length === 0 && (
        <Panel>
          <Empty icon={RewindIcon} title={t('backfill.none')} text={t('backfill.noneText')} action={begin} />
        </Panel>
      )}
      <Stack gap="md">
        {items?.map((backfill) => (
          <BackfillCard key={backfill.id} backfill={backfill} />
        ))}
      </Stack>
      <Suspense>{isChoosing && <NewBackfillDialog onClose={choosing.close} />}</Suspense>
    </>
  );
}
