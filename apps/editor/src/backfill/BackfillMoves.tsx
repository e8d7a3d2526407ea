import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { backfillsPause, backfillsResume, backfillsStart, backfillsStop } from '../api/generated/sdk.gen.js';
import type { Backfill } from '../api/generated/types.gen.js';
import { FailureNotice } from '../parts/FailureNotice.js';
import { backfillsQuery, withBackfill } from './queries.js';

const MOVES = { start: backfillsStart, pause: backfillsPause, resume: backfillsResume, stop: backfillsStop };
type Move = keyof typeof MOVES;

/** What may be done next, the likely thing last. */
const OFFERED: Record<Backfill['status'], readonly Move[]> = {
  counting: ['stop'],
  ready: ['stop', 'start'],
  running: ['stop', 'pause'],
  paused: ['stop', 'resume'],
  finished: [],
  stopped: [],
};

export function BackfillMoves({ backfill: { id, status, documents }, name }: { backfill: Backfill; name: string }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const move = useMutation({
    mutationFn: (what: Move) => MOVES[what]({ path: { id } }),
    onSuccess: (changed) => {
      queryClient.setQueryData(backfillsQuery.queryKey, (list) => withBackfill(list, changed));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: backfillsQuery.queryKey }),
  });
  const offered = OFFERED[status].filter((what) => what !== 'start' || documents.found > 0);
  return (
    <>
      <Group gap="xs">
        {offered.map((what) => (
          <Button
            key={what}
            variant={what === 'start' || what === 'resume' ? 'filled' : what === 'stop' ? 'subtle' : 'default'}
            {...(what === 'stop' && { color: 'gray' })}
            loading={move.isPending && move.variables === what}
            aria-label={t(`backfill.moveOf.${what}`, { name })}
            onClick={() => {
              move.mutate(what);
            }}
          >
            {t(`backfill.move.${what}`)}
          </Button>
        ))}
      </Group>
      {move.isError && <FailureNotice error={move.error} title={t('backfill.notMoved')} />}
    </>
  );
}
