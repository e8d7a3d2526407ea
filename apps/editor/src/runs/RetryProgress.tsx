import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { retryBatchesStop } from '../api/generated/sdk.gen.js';
import type { RetryBatch } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { batchQuery } from './overview-queries.js';

const PARTS = [
  ['succeeded', 'pine'],
  ['failed', 'brick'],
  ['refused', 'ochre'],
  ['open', 'sea'],
] as const;

/** How far a bulk retry is; it can be stopped. */
export function RetryProgress({ batch: begun }: { batch: RetryBatch }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: batch = begun } = useQuery(batchQuery(begun.id));
  const stop = useMutation({
    mutationFn: () => retryBatchesStop({ path: { id: batch.id } }),
    onSuccess: (stopped) => {
      queryClient.setQueryData(batchQuery(batch.id).queryKey, stopped);
    },
  });
  const { status } = batch;
  useEffect(() => {
    if (status === 'running') return;
    for (const key of ['runs', 'run-overview']) void queryClient.invalidateQueries({ queryKey: [key] });
  }, [queryClient, status]);
  const done = batch.total - batch.pending - batch.open;
  const counts = PARTS.filter(([part]) => batch[part] > 0);
  return (
    <Stack gap={8}>
      <Group justify="space-between" gap="sm">
        <Text fw={500} role="status">
          {t(`runs.bulk.status.${status}`, { done, count: batch.total })}
        </Text>
        {status === 'running' && (
          <Button
            variant="default"
            size="xs"
            loading={stop.isPending}
            onClick={() => {
              stop.mutate();
            }}
          >
            {t('runs.bulk.stop')}
          </Button>
        )}
      </Group>
      <Progress.Root size="md" aria-hidden>
        {PARTS.map(([part, color]) => (
          <Progress.Section
            key={part}
            value={(100 * batch[part]) / batch.total}
            color={`light-dark(var(--mantine-color-${color}-5), var(--mantine-color-${color}-4))`}
            withAria={false}
          />
        ))}
      </Progress.Root>
      <Text size="sm" c="dimmed">
        {counts.map(([part]) => t(`runs.bulk.counts.${part}`, { count: batch[part] })).join(' · ')}
      </Text>
      {batch.refusals.map(({ message, count }) => (
        <Text size="sm" key={message}>
          {t('runs.bulk.refusal', { count, message })}
        </Text>
      ))}
      {stop.isError && <FailureNotice error={stop.error} title={t('runs.bulk.notStopped')} />}
    </Stack>
  );
}
