import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { subjectDeal } from '../api/generated/sdk.gen.js';
import type { DealState } from '../api/generated/types.gen.js';
import { useFormat } from '../format/use-format.js';
import { unlessTold } from '../live/live.js';
import { Notice } from '../parts/Notice.js';
import { SubjectLink } from './SubjectLink.js';

const LOOK_EVERY_MS = 15_000;

/** That a deal is gone from HubSpot, since when, and where it went on; nothing while it is there. */
export function DealFate({ dealId }: { dealId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['ledger', 'fate', dealId],
    queryFn: ({ signal }) => subjectDeal({ path: { id: dealId }, signal }),
    refetchInterval: unlessTold(LOOK_EVERY_MS),
  });
  const { fate, merged_from: mergedFrom = [] } = data ?? {};
  if (!fate && mergedFrom.length === 0) return null;
  return (
    <Stack gap="sm" mb="md">
      {fate && <Gone fate={fate} />}
      {mergedFrom.length > 0 && (
        <Notice tone="plain" title={t('ledger.fate.tookIn')}>
          <Deals ids={mergedFrom} />
        </Notice>
      )}
    </Stack>
  );
}

function Gone({ fate: { happened, at, into } }: { fate: NonNullable<DealState['fate']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Notice tone="attention" title={t(`ledger.fate.${happened}.title`, { when: format.instant(at) })}>
      <Text>{t(`ledger.fate.${happened}.text`)}</Text>
      {into !== null && <Deals ids={[into]} />}
    </Notice>
  );
}

function Deals({ ids }: { ids: string[] }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      {ids.map((id) => (
        <SubjectLink key={id} subject={{ kind: 'deal', id }}>
          {t('ledger.deal', { id })}
        </SubjectLink>
      ))}
    </Group>
  );
}
