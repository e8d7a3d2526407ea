import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { undoPreview, undoUndo } from '../api/generated/sdk.gen.js';
import type { Preview } from '../api/generated/types.gen.js';
import { ChangeList } from '../changes/ChangeList.js';
import { FailureDetails } from '../parts/FailureDetails.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { Remarks } from '../parts/Remarks.js';

interface UndoDialogProps {
  runId: string;
  onClose: () => void;
  onAsked: (undoRunId: string) => void;
}

/** Shows what an undo would put back and what it would leave, before anything is done. */
export function UndoDialog({ runId, onClose, onAsked }: UndoDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('ledger.undo.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <UndoForm runId={runId} onClose={onClose} onAsked={onAsked} />
    </Modal>
  );
}

function UndoForm({ runId, onClose, onAsked }: UndoDialogProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const preview = useQuery({
    queryKey: ['undo-preview', runId],
    queryFn: ({ signal }) => undoPreview({ path: { id: runId }, signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const undo = useMutation({
    mutationFn: () => undoUndo({ path: { id: runId } }),
    onSuccess: async ({ run_id: undoRunId }) => {
      onAsked(undoRunId);
      await Promise.all([['runs'], ['ledger']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    },
  });
  const { changes, failures } = readPreview(preview.data);
  const isPossible = preview.data !== undefined && failures.length === 0 && changes.length > 0;
  const isOver = preview.data !== undefined && !isPossible;
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('ledger.undo.help')}</Text>
      {preview.isPending && <Skeleton height={180} />}
      {preview.isError && (
        <FailureNotice
          error={preview.error}
          title={t('ledger.undo.notPreviewed')}
          onRetry={() => void preview.refetch()}
        />
      )}
      {preview.data && <UndoPreview preview={preview.data} />}
      {undo.isError && <FailureNotice error={undo.error} title={t('ledger.undo.notAsked')} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t(isOver ? 'common.close' : 'common.cancel')}
        </Button>
        {!isOver && (
          <Button
            loading={undo.isPending}
            disabled={!isPossible}
            onClick={() => {
              undo.mutate();
            }}
          >
            {isPossible ? t('ledger.undo.go', { count: changes.length }) : t('ledger.undo.title')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function readPreview(preview: Preview | undefined) {
  const steps = preview?.steps ?? [];
  return {
    changes: steps.flatMap(({ plan }) => plan?.changes ?? []),
    notes: steps.flatMap(({ plan }) => plan?.notes ?? []),
    failures: steps.flatMap(({ error, path }) => (error ? [{ error, path }] : [])),
  };
}

function UndoPreview({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { changes, notes, failures } = readPreview(preview);
  return (
    <Stack gap="sm" role="status">
      {failures.map(({ error, path }) => (
        <FailureDetails key={path} failure={error} />
      ))}
      {changes.length > 0 && (
        <>
          <Text fw={500}>{t('ledger.undo.wouldChange', { count: changes.length })}</Text>
          <Panel flush>
            <ChangeList changes={changes} />
          </Panel>
        </>
      )}
      {changes.length === 0 && failures.length === 0 && <Notice tone="plain">{t('ledger.undo.nothing')}</Notice>}
      {notes.length > 0 && (
        <Notice tone="attention" title={t('ledger.undo.stays')}>
          <Remarks of={notes} />
        </Notice>
      )}
    </Stack>
  );
}
