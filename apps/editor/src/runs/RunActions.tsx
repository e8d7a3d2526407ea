import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../api/lazily.js';
import { runsCancel } from '../api/generated/sdk.gen.js';
import type { Run } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { UndoRun } from '../undo/UndoRun.js';
import { canBeCancelled, retryModes, type RetryMode } from './retry-modes.js';

const RetryDialog = lazily(async () => (await import('./RetryDialog.js')).RetryDialog);

/** What can be done about a run as it stands. */
export function RunActions({ run }: { run: Run }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [mode, setMode] = useState<RetryMode>();
  const cancel = useMutation({
    mutationFn: () => runsCancel({ path: { id: run.id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['runs'] }),
  });
  return (
    <>
      {cancel.isError && <FailureNotice error={cancel.error} title={t('runs.notCancelled')} />}
      {(run.undo_of === null ? retryModes(run) : retryModes(run).filter((each) => each === 'resume')).map(
        (each, place) => (
          <Button
            key={each}
            variant={place === 0 && run.status === 'failed' ? 'filled' : 'default'}
            onClick={() => {
              setMode(each);
            }}
          >
            {t(`runs.retry.${each}`)}
          </Button>
        ),
      )}
      <UndoRun
        run={run}
        effects={run.effects}
        onAsked={(runId) => void navigate({ to: '/runs/$runId', params: { runId } })}
      />
      {canBeCancelled(run) && (
        <Button
          variant="default"
          loading={cancel.isPending}
          onClick={() => {
            cancel.mutate();
          }}
        >
          {t('runs.cancel')}
        </Button>
      )}
      <Suspense>
        {mode && (
          <RetryDialog
            run={run}
            mode={mode}
            onClose={() => {
              setMode(undefined);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
