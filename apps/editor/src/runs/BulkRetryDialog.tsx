import { Button, Group, List, Modal, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { retryBatchesStart } from '../api/generated/sdk.gen.js';
import type { RetryBatch, RetryBatchPreview } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Notice } from '../parts/Notice.js';
import { toRequest, type BulkWish } from './bulk-wish.js';
import { batchPreviewQuery } from './overview-queries.js';
import { PlannedRetries } from './PlannedRetries.js';
import { RetryProgress } from './RetryProgress.js';
import type { RetryMode } from './retry-modes.js';
import { usePlans } from './use-plans.js';

interface BulkRetryDialogProps {
  wish: BulkWish;
  onClose: () => void;
}

/** Shows what retrying many runs would do, does it once that is confirmed, and shows how far it is. */
export function BulkRetryDialog({ wish, onClose }: BulkRetryDialogProps) {
  const { t } = useTranslation();
  const [batch, setBatch] = useState<RetryBatch>();
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t(batch ? 'runs.bulk.progress' : 'runs.bulk.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {batch ? (
        <Stack gap="md">
          <RetryProgress batch={batch} />
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed">
              {t('runs.bulk.goesOn')}
            </Text>
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('common.close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <BulkRetryForm wish={wish} onClose={onClose} onStarted={setBatch} />
      )}
    </Modal>
  );
}

interface BulkRetryFormProps {
  wish: BulkWish;
  onClose: () => void;
  onStarted: (batch: RetryBatch) => void;
}

function BulkRetryForm({ wish, onClose, onStarted }: BulkRetryFormProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [mode, setMode] = useState<RetryMode>('resume');
  const preview = useQuery(batchPreviewQuery(toRequest(wish, mode)));
  const start = useMutation({
    mutationFn: (runIds: string[]) => retryBatchesStart({ body: { mode, run_ids: runIds } }),
    onSuccess: async (batch) => {
      onStarted(batch);
      await queryClient.invalidateQueries({ queryKey: ['retry-batches'] });
    },
  });
  return (
    <Stack gap="md">
      <SegmentedControl<RetryMode>
        aria-label={t('runs.bulk.mode')}
        value={mode}
        onChange={setMode}
        data={(['resume', 'restart'] as const).map((value) => ({ value, label: t(`runs.retry.${value}`) }))}
      />
      <Text c="dimmed">{t(`runs.bulk.${mode}Help`)}</Text>
      {preview.isPending && <Skeleton height={200} />}
      {preview.isError && (
        <FailureNotice error={preview.error} title={t('preview.failed')} onRetry={() => void preview.refetch()} />
      )}
      {start.isError && <FailureNotice error={start.error} title={t('runs.retry.failed')} />}
      {preview.data && (
        <BulkPlan
          key={mode}
          preview={preview.data}
          mode={mode}
          isStarting={start.isPending}
          onCancel={onClose}
          onConfirm={() => {
            start.mutate(preview.data.run_ids);
          }}
        />
      )}
    </Stack>
  );
}

interface BulkPlanProps {
  preview: RetryBatchPreview;
  mode: RetryMode;
  isStarting: boolean;
  onCancel: () => void;
  onConfirm: () => void;
}

function BulkPlan({ preview, mode, isStarting, onCancel, onConfirm }: BulkPlanProps) {
  const { t } = useTranslation();
  const { run_ids: runIds, left_out: leftOut, sample } = preview;
  const plans = usePlans(
    sample.map(({ id }) => id),
    mode,
  );
  const known = plans.filter(({ kind }) => kind !== 'coming').length;
  return (
    <>
      {leftOut.length > 0 && (
        <Notice tone="plain" title={t('runs.bulk.leftOut')}>
          <List size="sm" spacing={2}>
            {leftOut.map(({ reason, count }) => (
              <List.Item key={reason}>{t(`runs.bulk.reason.${reason}`, { count })}</List.Item>
            ))}
          </List>
        </Notice>
      )}
      {runIds.length === 0 ? (
        <Notice tone="attention" title={t('runs.bulk.none')} />
      ) : (
        <>
          <Text role="status">
            {known < sample.length
              ? t('runs.bulk.planning', { known, count: sample.length })
              : t('runs.bulk.planned', { count: sample.length })}
          </Text>
          <PlannedRetries runs={sample} plans={plans} />
          {runIds.length > sample.length && (
            <Text size="sm" c="dimmed">
              {t('runs.bulk.others', { count: runIds.length - sample.length })}
            </Text>
          )}
          {!preview.is_complete && <Notice tone="attention" title={t('runs.bulk.bounded')} />}
        </>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        {runIds.length > 0 && (
          <Button loading={isStarting} disabled={known < sample.length} onClick={onConfirm}>
            {t('runs.bulk.go', { count: runIds.length })}
          </Button>
        )}
      </Group>
    </>
  );
}
