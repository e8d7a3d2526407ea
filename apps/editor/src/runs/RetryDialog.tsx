import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { runsPreviewRetry, runsRetry } from '../api/generated/sdk.gen.js';
import type { Run } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { PreviewView } from '../preview/PreviewView.js';
import type { RetryMode } from './retry-modes.js';

interface RetryDialogProps {
  run: Run;
  mode: RetryMode;
  onClose: () => void;
}

/** Shows what a retry would change before it is made. */
export function RetryDialog({ run, mode, onClose }: RetryDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t(`runs.retry.${mode}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <RetryForm run={run} mode={mode} onClose={onClose} />
    </Modal>
  );
}

function RetryForm({ run, mode, onClose }: { run: Run; mode: RetryMode; onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const preview = useQuery({
    queryKey: ['runs', 'retry-preview', run.id, mode],
    queryFn: ({ signal }) => runsPreviewRetry({ path: { id: run.id }, body: { mode }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
  const retry = useMutation({
    mutationFn: () => runsRetry({ path: { id: run.id }, body: { mode } }),
    onSuccess: async ({ run_id: runId }) => {
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['runs'] });
      await navigate({ to: '/runs/$runId', params: { runId } });
    },
  });
  return (
    <Stack gap="md">
      <Text c="dimmed">{t(`runs.retry.${mode}Help`)}</Text>
      {preview.isPending && <Skeleton height={180} />}
      {preview.isError && (
        <FailureNotice error={preview.error} title={t('preview.failed')} onRetry={() => void preview.refetch()} />
      )}
      {preview.data && <PreviewView preview={preview.data} recipe={run.recipe} />}
      {retry.isError && <FailureNotice error={retry.error} title={t('runs.retry.failed')} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          loading={retry.isPending}
          disabled={!preview.data}
          onClick={() => {
            retry.mutate();
          }}
        >
          {t('runs.retry.go')}
        </Button>
      </Group>
    </Stack>
  );
}
